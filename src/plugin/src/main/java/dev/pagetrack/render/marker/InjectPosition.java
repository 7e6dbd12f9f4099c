package dev.pagetrack.render.marker;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a widget is injected, relative to the element that the selector matches. */
enum InjectPosition {
    BEFORE,
    AFTER,
    /** Inside the element, before its content. */
    PREPEND,
    /** Inside the element, after its content. */
    APPEND,
    /** In place of the element. */
    REPLACE;

    /** The name as it is written in rules and comments. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the widget is put inside the element. */
    boolean isInside() {
        return this == PREPEND || this == APPEND;
    }

    static Optional<InjectPosition> named(String label) {
        return Arrays.stream(values())
                .filter(position -> position.label().equals(label))
                .findFirst();
    }

    /** All names, for messages. */
    static String choices() {
        return Arrays.stream(values()).map(InjectPosition::label).collect(joining(", "));
    }
}
