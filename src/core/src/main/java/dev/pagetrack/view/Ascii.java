package dev.pagetrack.view;

/**
 * Changes and tests the case of ASCII letters, independent of the default locale (in some, an upper-case i has a dot).
 */
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
