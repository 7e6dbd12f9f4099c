package dev.pagetrack.view;

/** Letters of ASCII, whatever the default locale (where an upper-case {@code i} may have a dot). */
final class Ascii {
    private Ascii() {}

    static int lowerCase(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    static int upperCase(int c) {
        return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    }

    static boolean isLetterOrDigit(int c) {
        int lower = lowerCase(c);
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
    }
}
