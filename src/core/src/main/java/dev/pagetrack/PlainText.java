package dev.pagetrack;

/**
 * Text for consoles, reports and logs. Names in logs, files and tables come from anybody, and invisible characters in
 * them could hide or forge what a reader sees: escape sequences of terminals, text that runs from right to left, signs
 * without width. They are written as in JSON, so that escaped JSON means the same.
 */
public final class PlainText {

    private static final int FIRST_INVISIBLE_ABOVE_ASCII = 0x7f;

    private PlainText() {}

    /**
     * Escapes all control and format characters (Unicode categories Cc, Cf, Zl and Zp) except line feeds, also after a
     * carriage return, and tabs.
     */
    public static String escaped(String text) {
        int first = firstInvisible(text, 0);
        if (first == text.length()) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int i = first; i < text.length(); i = firstInvisible(text, from)) {
            escaped.append(text, from, i);
            from = i + Character.charCount(text.codePointAt(i));
            for (int unit = i; unit < from; unit++) {
                escaped.append(String.format("\\u%04x", (int) text.charAt(unit)));
            }
        }
        return escaped.append(text, from, text.length()).toString();
    }

    private static int firstInvisible(String text, int from) {
        int i = from;
        while (i < text.length() && !isInvisible(text, i)) {
            i += Character.isHighSurrogate(text.charAt(i)) ? Character.charCount(text.codePointAt(i)) : 1;
        }
        return i;
    }

    private static boolean isInvisible(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ') {
            boolean endsLine = c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
            return c != '\n' && c != '\t' && !endsLine;
        }
        if (c < FIRST_INVISIBLE_ABOVE_ASCII) {
            return false;
        }
        return switch (Character.getType(text.codePointAt(index))) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
