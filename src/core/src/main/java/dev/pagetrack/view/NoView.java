package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.EnumMap;
import java.util.Map;

/**
 * A request that is no view.
 *
 * @param reason why
 */
public record NoView(Rejection reason) implements Verdict {

    /** Made once: most lines of a log end here. */
    private static final Map<Rejection, NoView> ALL = new EnumMap<>(Rejection.class);

    static {
        for (var reason : Rejection.values()) {
            ALL.put(reason, new NoView(reason));
        }
    }

    public NoView {
        requireNonNull(reason, "reason");
    }

    static NoView because(Rejection reason) {
        return ALL.get(reason);
    }
}
