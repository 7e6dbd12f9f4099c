package dev.pagetrack.table;

import static java.util.Objects.requireNonNull;

/**
 * One result of the examination of a table.
 *
 * @param kind its severity
 * @param text what was found, and what to do if it is a problem
 */
public record Finding(Kind kind, String text) {

    /** The severity of a finding. */
    public enum Kind {
        /** Information. Nothing has to be done. */
        NOTE,
        /** This is right for some sites, and a sign of a mistake for others. */
        WARNING,
        /** pagetrack cannot work, or figures are wrong. */
        PROBLEM
    }

    public Finding {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    static Finding note(String text) {
        return new Finding(Kind.NOTE, text);
    }

    static Finding warning(String text) {
        return new Finding(Kind.WARNING, text);
    }

    static Finding problem(String text) {
        return new Finding(Kind.PROBLEM, text);
    }

    /** Whether something is certainly wrong. */
    public boolean isProblem() {
        return kind == Kind.PROBLEM;
    }
}
