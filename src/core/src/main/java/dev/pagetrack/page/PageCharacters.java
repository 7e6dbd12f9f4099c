package dev.pagetrack.page;

import java.text.Normalizer;

/** The characters of page names. */
final class PageCharacters {

    private PageCharacters() {}

    /**
     * A text in Unicode's composed form (NFC). File systems, editors and browsers write a letter with an accent as one
     * character or as two; a reader sees the same.
     *
     * @see <a href="https://www.unicode.org/reports/tr15/">Unicode normalization forms</a>
     */
    static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    static boolean areAllowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a name may contain a character. Control characters, line separators, the byte order mark and the controls
     * of text direction are invisible: a name with one could pretend to be another name, or damage a console or a
     * report. Two joiners (U+200C and U+200D) are invisible too, but Persian, Indic languages and emoji need them.
     *
     * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Codes">Unicode's controls of text
     *     direction</a>
     */
    static boolean isAllowed(char c) {
        return !Character.isISOControl(c)
                && switch (c) {
                    case '\u2028', '\u2029', '\uFEFF', '\u061C', '\u200E', '\u200F' -> false;
                    default -> (c < '\u202A' || c > '\u202E') && (c < '\u2066' || c > '\u2069');
                };
    }
}
