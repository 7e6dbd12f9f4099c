package dev.pagetrack.render.marker;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an injected widget stands, seen from the element that a selector names. */
enum InjectPosition {
    BEFORE,
    AFTER,
    /** As the first in the element. */
    PREPEND,
    /** As the last in the element. */
    APPEND,
    /** In place of the element, which is gone then. */
    REPLACE;

    /** The word for this position. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the widget stands inside the element. */
    boolean isInside() {
        return this == PREPEND || this == APPEND;
    }

    static Optional<InjectPosition> named(String label) {
        return Arrays.stream(values())
                .filter(position -> position.label().equals(label))
                .findFirst();
    }

    /** All words, for messages. */
    static String choices() {
        return Arrays.stream(values()).map(InjectPosition::label).collect(joining(", "));
    }
}
