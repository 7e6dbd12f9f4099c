package dev.pagetrack.html;

/**
 * The elements whose content is text even if it looks like markup (HTML standard, 13.2.5.2 to 13.2.5.31).
 * {@code noscript} is not among them: it holds markup for readers without scripts, and may hold a marker.
 */
public final class RawText {

    private static final String[] NAMES = {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"
    };

    private static final long SCRIPT = TagName.key("script");
    private static final long STYLE = TagName.key("style");
    private static final long TITLE = TagName.key("title");
    private static final long TEXTAREA = TagName.key("textarea");
    private static final long XMP = TagName.key("xmp");
    private static final long IFRAME = TagName.key("iframe");
    private static final long NOEMBED = TagName.key("noembed");
    private static final long NOFRAMES = TagName.key("noframes");

    private RawText() {}

    /** Whether an element of this name may hold raw text. It is certain, unless the name is {@link TagName#LONG}. */
    static boolean isKey(long name) {
        return name == SCRIPT
                || name == STYLE
                || name == TITLE
                || name == TEXTAREA
                || name == XMP
                || name == IFRAME
                || name == NOEMBED
                || name == NOFRAMES
                || name == TagName.LONG;
    }

    /** Whether an element of this name, in lower case, holds raw text. */
    public static boolean isRawText(String element) {
        for (var name : NAMES) {
            if (name.equals(element)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the raw text after a start tag ends: at its end tag. For an element without raw text, this is where the
     * content begins.
     */
    static int end(byte[] html, int nameStart, int nameEnd, int content) {
        for (var name : NAMES) {
            if (ByteSearch.isName(html, nameStart, nameEnd, name)) {
                return switch (name) {
                    case "plaintext" -> html.length;
                    case "script" -> endOfScript(html, content);
                    default -> endTag(html, name, content);
                };
            }
        }
        return content;
    }

    /** Where the first end tag of this name begins; the end of the page if there is none. */
    static int endTag(byte[] html, String name, int from) {
        for (int i = ByteSearch.indexOf(html, '<', from); i < html.length; i = ByteSearch.indexOf(html, '<', i + 1)) {
            if (isTag(html, i, "</", name)) {
                return i;
            }
        }
        return html.length;
    }

    /**
     * A script that holds {@code <!--} and then {@code <script} does not end at the next {@code </script>} but at the
     * one after it, unless {@code -->} comes first ("script data double escaped").
     */
    private static int endOfScript(byte[] html, int from) {
        boolean escaped = false;
        boolean doubleEscaped = false;
        for (int i = from; i < html.length; i++) {
            if (html[i] == '<') {
                if (!escaped && ByteSearch.startsWith(html, i, "<!--")) {
                    escaped = true;
                    i++; // the dashes that begin it may also end it: <!-->
                } else if (isTag(html, i, "</", "script")) {
                    if (!doubleEscaped) {
                        return i;
                    }
                    doubleEscaped = false;
                } else if (escaped && isTag(html, i, "<", "script")) {
                    doubleEscaped = true;
                }
            } else if (escaped && html[i] == '-' && ByteSearch.startsWith(html, i, "-->")) {
                escaped = false;
                doubleEscaped = false;
            }
        }
        return html.length;
    }

    private static boolean isTag(byte[] html, int at, String opening, String name) {
        int end = at + opening.length() + name.length();
        return ByteSearch.startsWith(html, at, opening)
                && ByteSearch.startsWithName(html, at + opening.length(), name)
                && end < html.length
                && (ByteSearch.isSpace(html[end]) || html[end] == '/' || html[end] == '>');
    }
}
