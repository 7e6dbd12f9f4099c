package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.stream.Stream;

/**
 * The verdict that a request is not a view.
 *
 * @param reason why it is not a view
 */
public record RejectedRequest(Rejection reason) implements Verdict {

    /** One instance per reason, by ordinal: most lines of a log get one of these. */
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
