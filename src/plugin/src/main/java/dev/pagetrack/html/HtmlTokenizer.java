package dev.pagetrack.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the tags and comments of an HTML page as byte ranges, by the rules of the HTML standard (13.2.5, Tokenization),
 * for every charset in which ASCII bytes mean ASCII. It makes no tree and no strings: most of a page is text that
 * nobody asks for, and jsoup with positions takes six times as long. The tests compare it with jsoup.
 *
 * <p>In a run of two seconds, compiling this code takes the JVM longer than running it. So the code that runs for every
 * tag is small, and the attributes of a tag are read only if they are asked for.
 */
public final class HtmlTokenizer {

    /** What {@link #next} found. */
    public enum Token {
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
    private long nameKey;
    private boolean selfClosing;
    private boolean inForeignContent;
    private int[] attributes = new int[8 * INTS_PER_ATTRIBUTE];
    private int attributeCount;
    private boolean attributesAreRead;
    private int unfinished = -1;

    public HtmlTokenizer(byte[] html) {
        this.html = html;
    }

    /** The names of all start tags in some HTML. */
    public static Set<String> startTags(String html) {
        var tokens = new HtmlTokenizer(html.getBytes(UTF_8));
        var names = new HashSet<String>();
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.START_TAG) {
                names.add(tokens.name());
            }
        }
        return names;
    }

    /**
     * Moves to the first tag or comment that ends after a place; it may also begin after it.
     *
     * @param place an index in the page; tags and comments before it are skipped
     */
    public Token nextAfter(int place) {
        var token = next();
        while (end <= place && token != Token.END_OF_PAGE) {
            token = next();
        }
        return token;
    }

    /** Moves to the next tag or comment, which the other methods describe until the next call. */
    public Token next() {
        while (true) {
            at = ByteSearch.indexOf(html, '<', at);
            if (at + 1 >= html.length) {
                return endOfPage();
            }
            start = at;
            byte second = html[at + 1];
            if (ByteSearch.isLetter(second)) {
                return startTag();
            }
            if (second == '/' && at + 2 < html.length) {
                if (ByteSearch.isLetter(html[at + 2])) {
                    return endTag();
                }
                skipBogusComment(at + 2);
            } else if (second == '/') {
                unfinished = at;
                return endOfPage();
            } else if (second == '!') {
                if (ByteSearch.startsWith(html, at + 2, "--")) {
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
    public int start() {
        return start;
    }

    /** The byte after the token; for a start tag, its content begins there. */
    public int end() {
        return end;
    }

    /** Skips what is text and not markup. */
    void continueAt(int index) {
        at = index;
    }

    /** Where the search continues: after the token, or for a start tag of raw text, where that text ends. */
    public int endOfRawText() {
        return at;
    }

    /**
     * Where the tag, comment or raw text begins in which the page ends; -1 if it ends in none. It is known when all
     * tokens were read. What is added to the end of such a page becomes part of that tag, comment or text.
     */
    public int unfinished() {
        return unfinished;
    }

    /** A range of the page, read as ISO-8859-1, so that each character is one byte. */
    public String bytes(int from, int to) {
        return new String(html, from, to - from, ISO_8859_1);
    }

    /** Whether the tag ends in {@code />}. */
    public boolean selfClosing() {
        return selfClosing;
    }

    /** Whether the start tag's element is SVG or MathML, where {@code />} closes and no element is void. */
    public boolean inForeignContent() {
        return inForeignContent;
    }

    /** Whether what follows the token is inside SVG or MathML, and not in an element of them that holds HTML. */
    public boolean isBeforeForeignContent() {
        return foreign.isCurrent();
    }

    /** How many SVG and MathML elements are open after the tag. */
    public int foreignDepth() {
        return foreign.depth();
    }

    /** The tag's name as a number, to be compared with {@link TagName#key}; {@link TagName#LONG} for long names. */
    long nameKey() {
        return nameKey;
    }

    /** Whether the tag has this name, given in lower case. */
    public boolean isNamed(String name) {
        return ByteSearch.isName(html, nameStart, nameEnd, name);
    }

    /** The tag's name in lower case. */
    public String name() {
        return ByteSearch.lowerCase(html, nameStart, nameEnd);
    }

    /** The text of the comment without its delimiters, read as ISO-8859-1. */
    public String commentText() {
        return bytes(nameStart, nameEnd);
    }

    public int attributeCount() {
        readAttributes();
        return attributeCount;
    }

    /** The index of the first attribute with this name, given in lower case; -1 if there is none. */
    public int attribute(String name) {
        readAttributes();
        for (int i = 0; i < attributeCount; i++) {
            if (ByteSearch.isName(
                    html, attributes[i * INTS_PER_ATTRIBUTE], attributes[i * INTS_PER_ATTRIBUTE + 1], name)) {
                return i;
            }
        }
        return -1;
    }

    /** The attribute's name in lower case. */
    public String attributeName(int index) {
        int i = index * INTS_PER_ATTRIBUTE;
        return ByteSearch.lowerCase(html, attributes[i], attributes[i + 1]);
    }

    /** The attribute's value without its quotes, read as ISO-8859-1; character references are not resolved. */
    public String attributeValue(int index) {
        int i = index * INTS_PER_ATTRIBUTE;
        return bytes(attributes[i + 2], attributes[i + 3]);
    }

    /** Where the attribute's value begins, after its opening quote. */
    public int attributeValueStart(int index) {
        return attributes[index * INTS_PER_ATTRIBUTE + 2];
    }

    private Token startTag() {
        if (!readTag(start + 1)) {
            return unfinishedToken();
        }
        inForeignContent = foreign.isStart(nameKey) && startsForeign();
        if (!inForeignContent && RawText.isKey(nameKey)) {
            at = RawText.end(html, nameStart, nameEnd, at);
            if (at == html.length && RawText.isRawText(name())) {
                unfinished = start;
            }
        }
        return Token.START_TAG;
    }

    private boolean startsForeign() {
        return foreign.start(name(), selfClosing, isHtmlFont(), encoding());
    }

    private String encoding() {
        int encoding = isNamed("annotation-xml") ? attribute("encoding") : -1;
        return encoding < 0 ? "" : attributeValue(encoding).toLowerCase(Locale.ROOT);
    }

    /** A {@code font} with one of these attributes is an element of HTML, not of SVG. */
    private boolean isHtmlFont() {
        return isNamed("font") && (attribute("color") >= 0 || attribute("face") >= 0 || attribute("size") >= 0);
    }

    private Token endTag() {
        if (!readTag(start + 2)) {
            return unfinishedToken();
        }
        if (foreign.depth() > 0) {
            foreign.end(name());
        }
        return Token.END_TAG;
    }

    private Token comment() {
        nameStart = start + 4;
        if (ByteSearch.startsWith(html, nameStart, ">") || ByteSearch.startsWith(html, nameStart, "->")) {
            nameEnd = nameStart;
            at = ByteSearch.indexOf(html, '>', nameStart) + 1;
            end = at;
            return Token.COMMENT;
        }
        for (int i = ByteSearch.indexOf(html, '>', nameStart);
                i < html.length;
                i = ByteSearch.indexOf(html, '>', i + 1)) {
            int dashes = html[i - 1] == '!' ? i - 3 : i - 2;
            if (dashes >= nameStart && html[dashes] == '-' && html[dashes + 1] == '-') {
                nameEnd = dashes;
                at = i + 1;
                end = at;
                return Token.COMMENT;
            }
        }
        return unfinishedToken();
    }

    /** A doctype, or what looks like one; {@code <![CDATA[} is text in foreign content and a comment elsewhere. */
    private void skipDeclaration() {
        if (foreign.isCurrent() && ByteSearch.startsWith(html, start + 2, "[CDATA[")) {
            at = ByteSearch.indexOf(html, "]]>", start + 9);
            if (at == html.length && !ByteSearch.startsWith(html, at - 3, "]]>")) {
                unfinished = start;
            }
        } else {
            skipBogusComment(start + 2);
        }
    }

    private void skipBogusComment(int from) {
        at = ByteSearch.indexOf(html, '>', from) + 1;
        if (at > html.length) {
            unfinished = start;
        }
    }

    private Token unfinishedToken() {
        unfinished = start;
        return endOfPage();
    }

    private Token endOfPage() {
        start = html.length;
        at = html.length;
        return Token.END_OF_PAGE;
    }

    /** Reads the name and finds the end; returns false if the page ends inside the tag, which then is no tag. */
    private boolean readTag(int from) {
        nameStart = from;
        readName();
        attributesAreRead = false;
        int i = endOfTag(nameEnd);
        if (i >= html.length) {
            return false;
        }
        at = i + 1;
        end = at;
        return true;
    }

    private void readName() {
        long key = 0;
        int i = nameStart;
        while (i < html.length && !ByteSearch.isSpace(html[i]) && html[i] != '/' && html[i] != '>') {
            key = (key << Byte.SIZE) | (ByteSearch.lower(html[i]) & 0xFF);
            i++;
        }
        nameEnd = i;
        nameKey = i - nameStart > Long.BYTES ? TagName.LONG : key;
    }

    /** The index of the {@code >} that ends the tag. One in quotes does not; quotes count only after an equals sign. */
    private int endOfTag(int from) {
        boolean inAttribute = false;
        int slash = -1;
        int i = from;
        while (i < html.length && html[i] != '>') {
            byte c = html[i];
            if (c == '=' && inAttribute) {
                i = endOfValue(ByteSearch.skipSpace(html, i + 1));
                inAttribute = false;
                continue;
            }
            if (c == '/') {
                slash = i;
                inAttribute = false;
            } else if (!ByteSearch.isSpace(c)) {
                inAttribute = true; // the first character is part of the name, even if it is an equals sign
            }
            i++;
        }
        selfClosing = slash >= 0 && slash == i - 1; // the slash of href=a/> belongs to the value
        return i;
    }

    private int endOfValue(int from) {
        if (from < html.length && (html[from] == '"' || html[from] == '\'')) {
            return ByteSearch.indexOf(html, html[from], from + 1) + 1;
        }
        int i = from;
        while (i < html.length && !ByteSearch.isSpace(html[i]) && html[i] != '>') {
            i++;
        }
        return i;
    }

    private void readAttributes() {
        if (attributesAreRead) {
            return;
        }
        attributesAreRead = true;
        attributeCount = 0;
        int i = nameEnd;
        while (i < end - 1) {
            if (ByteSearch.isSpace(html[i]) || html[i] == '/') {
                i++;
            } else {
                i = readAttribute(i);
            }
        }
    }

    /** Reads the attribute that begins here and returns where it ends. */
    private int readAttribute(int from) {
        int i = from + 1;
        while (!ByteSearch.isSpace(html[i]) && html[i] != '/' && html[i] != '>' && html[i] != '=') {
            i++;
        }
        int end = i;
        i = ByteSearch.skipSpace(html, i);
        if (html[i] != '=') {
            addAttribute(from, end, end, end);
            return i;
        }
        int value = ByteSearch.skipSpace(html, i + 1);
        int endOfValue = endOfValue(value);
        int quote = html[value] == '"' || html[value] == '\'' ? 1 : 0;
        addAttribute(from, end, value + quote, endOfValue - quote);
        return endOfValue;
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
