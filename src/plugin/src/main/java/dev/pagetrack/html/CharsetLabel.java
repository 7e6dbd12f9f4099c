package dev.pagetrack.html;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the charset that browsers use for the name of a charset (WHATWG Encoding standard, 4.2). It is not always the
 * one that Java uses: a page that declares ISO-8859-1 is read as windows-1252, and browsers do not know charsets in
 * which no page can be written, such as EBCDIC.
 */
final class CharsetLabel {

    /** Used for names that browsers do not know. */
    private static final String FALLBACK = "windows-1252";

    /** Charsets of Java that browsers read as another one, which has more characters. */
    private static final Map<String, String> READ_AS = Map.ofEntries(
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("Big5", "Big5-HKSCS"));

    /** The charsets that browsers read, by Java's names. */
    private static final Set<String> SUPPORTED = Set.of(
            "UTF-8",
            "IBM866",
            "ISO-8859-2",
            "ISO-8859-3",
            "ISO-8859-4",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-13",
            "ISO-8859-15",
            "ISO-8859-16",
            "KOI8-R",
            "KOI8-U",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "x-windows-874",
            "x-windows-949",
            "windows-31j",
            "GB18030",
            "Big5-HKSCS",
            "EUC-JP",
            "ISO-2022-JP");

    private CharsetLabel() {}

    /** The charset in which browsers read a page with this label. */
    static Charset charset(String label) {
        var name = label.toLowerCase(Locale.ROOT);
        if (name.startsWith("utf-16")) {
            return Charset.forName("UTF-8"); // a page whose label can be read is not UTF-16
        }
        return Charset.forName(nameFor(name));
    }

    private static String nameFor(String label) {
        try {
            var known = Charset.forName(label).name();
            var name = READ_AS.getOrDefault(known, known);
            return SUPPORTED.contains(name) && Charset.isSupported(name) ? name : FALLBACK;
        } catch (IllegalArgumentException e) {
            return FALLBACK;
        }
    }
}
