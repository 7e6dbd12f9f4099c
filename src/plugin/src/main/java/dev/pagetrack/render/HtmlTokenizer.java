package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Finds the tags and comments of an HTML page as byte ranges, by the rules of the HTML standard (13.2.5, Tokenization),
 * for every charset in which ASCII bytes mean ASCII. It makes no tree and no strings: a page of a site is mostly text
 * that nobody asks for, and jsoup with positions takes six times as long. jsoup is its twin in the tests.
 */
final class HtmlTokenizer {

    /** What {@link #next} found. */
    enum Token {
        START_TAG,
        END_TAG,
        COMMENT,
        END_OF_PAGE
    }

    /** Name start, name end, value start, value end. */
    private static final int INTS_PER_ATTRIBUTE = 4;

    private final byte[] html;
    private final ForeignContent foreign = new ForeignContent();
    private int at;
    private int start;
    private int end;
    private int nameStart;
    private int nameEnd;
    private boolean selfClosing;
    private boolean inForeignContent;
    private int[] attributes = new int[8 * INTS_PER_ATTRIBUTE];
    private int attributeCount;

    HtmlTokenizer(byte[] html) {
        this.html = html;
    }

    /** Moves to the next tag or comment; what it is and where is asked by the other methods until the next call. */
    Token next() {
        while (true) {
            at = Bytes.indexOf(html, '<', at);
            if (at + 1 >= html.length) {
                return endOfPage();
            }
            start = at;
            byte second = html[at + 1];
            if (Bytes.isLetter(second)) {
                return startTag();
            }
            if (second == '/' && at + 2 < html.length) {
                if (Bytes.isLetter(html[at + 2])) {
                    return endTag();
                }
                skipBogusComment(at + 2);
            } else if (second == '!') {
                if (Bytes.startsWith(html, at + 2, "--")) {
                    return comment();
                }
                skipDeclaration();
            } else if (second == '?') {
                skipBogusComment(at + 2);
            } else {
                at++;
            }
        }
    }

    /** Where the token begins. */
    int start() {
        return start;
    }

    /** The byte after the token, which for a start tag is where its content begins. */
    int end() {
        return end;
    }

    /** Where the search goes on: after the token, or for a start tag of raw text where that text ends. */
    int endOfRawText() {
        return at;
    }

    /** A range of the page, byte for byte as ISO-8859-1. */
    String bytes(int from, int to) {
        return new String(html, from, to - from, ISO_8859_1);
    }

    /** Whether the tag ends in {@code />}. */
    boolean selfClosing() {
        return selfClosing;
    }

    /** Whether the start tag's element is SVG or MathML, where {@code />} closes and no element is void. */
    boolean inForeignContent() {
        return inForeignContent;
    }

    /** How many SVG and MathML elements are open after the tag. */
    int foreignDepth() {
        return foreign.depth();
    }

    /** Whether the tag has this name, given in lower case. */
    boolean isNamed(String name) {
        return Bytes.isName(html, nameStart, nameEnd, name);
    }

    /** The tag's name in lower case. */
    String name() {
        return Bytes.lowerCase(html, nameStart, nameEnd);
    }

    /** What stands between the marks of the comment, byte for byte as ISO-8859-1. */
    String commentText() {
        return bytes(nameStart, nameEnd);
    }

    int attributeCount() {
        return attributeCount;
    }

    /** The index of the first attribute with this name, given in lower case; -1 if there is none. */
    int attribute(String name) {
        for (int i = 0; i < attributeCount; i++) {
            if (Bytes.isName(html, attributes[i * INTS_PER_ATTRIBUTE], attributes[i * INTS_PER_ATTRIBUTE + 1], name)) {
                return i;
            }
        }
        return -1;
    }

    /** The attribute's name in lower case. */
    String attributeName(int index) {
        int i = index * INTS_PER_ATTRIBUTE;
        return Bytes.lowerCase(html, attributes[i], attributes[i + 1]);
    }

    /** The attribute's value without its quotes, byte for byte as ISO-8859-1, character references as they stand. */
    String attributeValue(int index) {
        int i = index * INTS_PER_ATTRIBUTE;
        return bytes(attributes[i + 2], attributes[i + 3]);
    }

    /** Where the attribute's value begins, after its quote. */
    int attributeValueStart(int index) {
        return attributes[index * INTS_PER_ATTRIBUTE + 2];
    }

    private Token startTag() {
        if (!readTag(start + 1)) {
            return endOfPage();
        }
        inForeignContent = foreign.start(html, nameStart, nameEnd, selfClosing, isHtmlFont());
        if (!inForeignContent) {
            at = RawText.end(html, nameStart, nameEnd, at);
        }
        return Token.START_TAG;
    }

    /** One with these attributes is HTML's, not SVG's. */
    private boolean isHtmlFont() {
        return isNamed("font") && (attribute("color") >= 0 || attribute("face") >= 0 || attribute("size") >= 0);
    }

    private Token endTag() {
        if (!readTag(start + 2)) {
            return endOfPage();
        }
        foreign.end(html, nameStart, nameEnd);
        return Token.END_TAG;
    }

    private Token comment() {
        nameStart = start + 4;
        if (Bytes.startsWith(html, nameStart, ">") || Bytes.startsWith(html, nameStart, "->")) {
            nameEnd = nameStart;
            at = Bytes.indexOf(html, '>', nameStart) + 1;
            end = at;
            return Token.COMMENT;
        }
        for (int i = Bytes.indexOf(html, '>', nameStart); i < html.length; i = Bytes.indexOf(html, '>', i + 1)) {
            int dashes = html[i - 1] == '!' ? i - 3 : i - 2;
            if (dashes >= nameStart && html[dashes] == '-' && html[dashes + 1] == '-') {
                nameEnd = dashes;
                at = i + 1;
                end = at;
                return Token.COMMENT;
            }
        }
        return endOfPage();
    }

    /** A doctype, or what looks like one; {@code <![CDATA[} is text in foreign content and a comment elsewhere. */
    private void skipDeclaration() {
        if (foreign.isCurrent() && Bytes.startsWith(html, start + 2, "[CDATA[")) {
            at = Bytes.indexOf(html, "]]>", start + 9);
        } else {
            skipBogusComment(start + 2);
        }
    }

    private void skipBogusComment(int from) {
        at = Bytes.indexOf(html, '>', from) + 1;
    }

    private Token endOfPage() {
        start = html.length;
        at = html.length;
        return Token.END_OF_PAGE;
    }

    /** Reads name and attributes; false if the page ends inside the tag, which then is no tag. */
    private boolean readTag(int from) {
        nameStart = from;
        nameEnd = endOfTagName(from);
        attributeCount = 0;
        selfClosing = false;
        int i = nameEnd;
        while (true) {
            int before = i;
            while (i < html.length && (Bytes.isSpace(html[i]) || html[i] == '/')) {
                i++;
            }
            if (i >= html.length) {
                return false;
            }
            if (html[i] == '>') {
                selfClosing = i > before && html[i - 1] == '/'; // the slash of href=a/> belongs to the value
                at = i + 1;
                end = at;
                return true;
            }
            i = readAttribute(i);
        }
    }

    private int endOfTagName(int from) {
        int i = from;
        while (i < html.length && !Bytes.isSpace(html[i]) && html[i] != '/' && html[i] != '>') {
            i++;
        }
        return i;
    }

    /** Reads the attribute that begins here and tells where it ends, which may be the end of the page. */
    private int readAttribute(int from) {
        int i = from + 1; // whatever stands first is part of the name, even an equals sign
        while (i < html.length && !Bytes.isSpace(html[i]) && html[i] != '/' && html[i] != '>' && html[i] != '=') {
            i++;
        }
        int end = i;
        i = Bytes.skipSpace(html, i);
        if (i >= html.length || html[i] != '=') {
            addAttribute(from, end, end, end);
            return i;
        }
        return readValue(from, end, Bytes.skipSpace(html, i + 1));
    }

    private int readValue(int name, int endOfName, int from) {
        if (from >= html.length) {
            return from;
        }
        if (html[from] == '"' || html[from] == '\'') {
            int quote = Bytes.indexOf(html, html[from], from + 1);
            addAttribute(name, endOfName, from + 1, quote);
            return quote + 1;
        }
        int i = from;
        while (i < html.length && !Bytes.isSpace(html[i]) && html[i] != '>') {
            i++;
        }
        addAttribute(name, endOfName, from, i);
        return i;
    }

    private void addAttribute(int name, int endOfName, int value, int endOfValue) {
        int i = attributeCount * INTS_PER_ATTRIBUTE;
        if (i == attributes.length) {
            attributes = Arrays.copyOf(attributes, 2 * i);
        }
        attributes[i] = name;
        attributes[i + 1] = endOfName;
        attributes[i + 2] = value;
        attributes[i + 3] = endOfValue;
        attributeCount++;
    }
}
