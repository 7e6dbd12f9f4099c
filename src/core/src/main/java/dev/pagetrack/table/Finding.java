package dev.pagetrack.table;

import static java.util.Objects.requireNonNull;

/**
 * Something that an examination found.
 *
 * @param problem whether it keeps pagetrack from working, or figures from being right
 * @param text what it is, and the way out of a problem
 */
public record Finding(boolean problem, String text) {

    public Finding {
        requireNonNull(text, "text");
    }

    static Finding note(String text) {
        return new Finding(false, text);
    }

    static Finding problem(String text) {
        return new Finding(true, text);
    }
}
