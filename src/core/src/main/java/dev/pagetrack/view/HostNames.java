package dev.pagetrack.view;

/** How names of hosts read. By hand, as a regular expression over thousands of them would be compiled first of all. */
final class HostNames {

    private HostNames() {}

    /** Whether a text is a name of a host in lower case, with a dot at least: labels of letters, digits and hyphens. */
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
