package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.stream.Stream;

/**
 * A request that is no view.
 *
 * @param reason why
 */
public record NoView(Rejection reason) implements Verdict {

    /** By ordinal, made once: most lines of a log end here. */
    private static final NoView[] ALL =
            Stream.of(Rejection.values()).map(NoView::new).toArray(NoView[]::new);

    public NoView {
        requireNonNull(reason, "reason");
    }

    @SuppressWarnings("EnumOrdinal")
    static NoView because(Rejection reason) {
        return ALL[reason.ordinal()];
    }
}
