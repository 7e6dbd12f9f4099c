package dev.pagetrack.table;

import static java.util.Objects.requireNonNull;

/**
 * Something that an examination found.
 *
 * @param kind how bad it is
 * @param text what it is, and the way out of a problem
 */
public record Finding(Kind kind, String text) {

    /** How bad something is. */
    public enum Kind {
        /** It is so, and may be so. */
        NOTE,
        /** It is right for some, and for others shows a mistake. */
        DOUBT,
        /** It keeps pagetrack from working, or figures from being right. */
        PROBLEM
    }

    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    static Finding note(String text) {
        return new Finding(Kind.NOTE, text);
    }

    static Finding doubt(String text) {
        return new Finding(Kind.DOUBT, text);
    }

    static Finding problem(String text) {
        return new Finding(Kind.PROBLEM, text);
    }

    /** Whether something is wrong for certain. */
    public boolean isProblem() {
        return kind == Kind.PROBLEM;
    }
}
