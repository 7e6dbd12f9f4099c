package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.stream.Stream;

/**
 * A request that is no view.
 *
 * @param reason why
 */
public record RejectedRequest(Rejection reason) implements Verdict {

    /** By ordinal, made once: most lines of a log end here. */
    private static final RejectedRequest[] ALL =
            Stream.of(Rejection.values()).map(RejectedRequest::new).toArray(RejectedRequest[]::new);

    public RejectedRequest {
        requireNonNull(reason, "reason");
    }

    @SuppressWarnings("EnumOrdinal")
    static RejectedRequest because(Rejection reason) {
        return ALL[reason.ordinal()];
    }
}
