package dev.pagetrack.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Searches and compares bytes that hold ASCII text. A search that finds nothing returns the length of the array. */
public final class ByteSearch {

    private static final int CASE_BIT = 0x20;

    private ByteSearch() {}

    /** The first index of the byte, searched from an index on; the array's length if there is none. */
    public static int indexOf(byte[] bytes, int wanted, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != wanted) {
            i++;
        }
        return Math.min(i, bytes.length);
    }

    /** The index after the first occurrence of the text, from an index on; the array's length if there is none. */
    static int indexOf(byte[] bytes, String text, int from) {
        for (int i = indexOf(bytes, text.charAt(0), from);
                i < bytes.length;
                i = indexOf(bytes, text.charAt(0), i + 1)) {
            if (startsWith(bytes, i, text)) {
                return i + text.length();
            }
        }
        return bytes.length;
    }

    /** Whether the bytes hold an ASCII text in any case; the text is given in lower case. */
    public static boolean contains(byte[] bytes, String text) {
        return contains(bytes, bytes.length, text);
    }

    /** Whether the first {@code length} bytes hold it. */
    static boolean contains(byte[] bytes, int length, String text) {
        int first = text.charAt(0);
        for (int i = 0; i <= length - text.length(); i++) {
            if (lower(bytes[i]) == first && startsWithName(bytes, i, text)) {
                return true;
            }
        }
        return false;
    }

    public static boolean startsWith(byte[] bytes, int from, String text) {
        if (from + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[from + i] & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether exactly this range is a name in any case; the name is given in lower case. */
    static boolean isName(byte[] bytes, int from, int to, String name) {
        return to - from == name.length() && startsWithName(bytes, from, name);
    }

    /** Whether a name begins here in any case; the name is given in lower case. */
    public static boolean startsWithName(byte[] bytes, int from, String name) {
        if (from + name.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (lower(bytes[from + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The range as text with ASCII letters in lower case. */
    static String lowerCase(byte[] bytes, int from, int to) {
        var lower = new byte[to - from];
        for (int i = from; i < to; i++) {
            lower[i - from] = (byte) lower(bytes[i]);
        }
        return new String(lower, ISO_8859_1);
    }

    static int skipSpace(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    public static boolean isLetter(byte value) {
        int lower = value | CASE_BIT;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\t' || value == '\r' || value == '\f';
    }

    static int lower(byte value) {
        return value >= 'A' && value <= 'Z' ? value | CASE_BIT : value;
    }
}
