package dev.pagetrack.view;

/**
 * Checks host names without a regular expression: the lists hold thousands of names, so HotSpot would first of all
 * compile the regular expression.
 */
final class HostNames {

    private HostNames() {}

    /**
     * Whether a text is a host name in lower case: at least two labels of letters, digits and hyphens, joined by dots.
     */
    static boolean isDotted(String text) {
        boolean dotted = false;
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && label > 0) {
                dotted = true;
                label = 0;
            } else if (c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                label++;
            } else {
                return false;
            }
        }
        return dotted && label > 0;
    }
}
