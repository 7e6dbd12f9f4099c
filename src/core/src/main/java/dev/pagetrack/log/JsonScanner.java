package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Scans one line of JSON token by token; values are ranges of bytes. A value that is an object or an array is passed
 * over: CloudFront writes none, but programs that transport its logs add some.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, JSON</a>
 */
final class JsonScanner {

    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    /** How deep values may be nested, so that no line exhausts the stack. */
    private static final int MAX_DEPTH = 100;

    private byte[] bytes = {};
    private int at;
    private int to;
    private int valueFrom;
    private int valueTo;
    private boolean isNull;
    private boolean isNested;
    private int depth;
    private boolean escaped;

    void begin(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.escaped = false;
        this.depth = 0;
    }

    /** Skips white space and this character; false if another character is next. */
    boolean skip(char wanted) {
        boolean next = !atEnd() && bytes[at] == wanted;
        if (next) {
            at++;
        }
        return next;
    }

    /** Whether nothing is left but white space. */
    boolean atEnd() {
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at == to;
    }

    /** Scans a string; false if no valid string is next. */
    boolean string() {
        if (!skip('"')) {
            return false;
        }
        valueFrom = at;
        while (at < to && bytes[at] != '"') {
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                return false;
            }
            if (bytes[at] == '\\' && !escape()) {
                return false;
            }
            at++;
        }
        valueTo = at;
        return skip('"');
    }

    /** Moves to the last byte of an escape sequence; false if it is invalid. */
    private boolean escape() {
        escaped = true;
        at++;
        if (at < to && bytes[at] == 'u') {
            boolean digits = Unescaper.hex(bytes, at + 1, 4, to) >= 0;
            at += 4;
            return digits;
        }
        return at < to && JsonEscapes.isLetter(bytes[at]);
    }

    /** Scans a value; false if no valid value is next, or if values are nested too deep. */
    boolean value() {
        isNull = false;
        isNested = false;
        if (atEnd()) {
            return false;
        }
        if (bytes[at] == '"') {
            return string();
        }
        if (bytes[at] == '{' || bytes[at] == '[') {
            return nested();
        }
        valueFrom = at;
        isNull = literal(NULL);
        boolean scanned = isNull || literal(TRUE) || literal(FALSE) || number();
        valueTo = at;
        return scanned;
    }

    /** Scans an object or an array. */
    private boolean nested() {
        char close = bytes[at++] == '{' ? '}' : ']';
        boolean valid = ++depth <= MAX_DEPTH && (skip(close) || (members(close == '}') && skip(close)));
        depth--;
        isNull = false;
        isNested = true;
        return valid;
    }

    private boolean members(boolean named) {
        do {
            if ((named && !(string() && skip(':'))) || !value()) {
                return false;
            }
        } while (skip(','));
        return true;
    }

    private boolean literal(byte[] word) {
        boolean found = ByteRanges.startsWith(bytes, at, to, word);
        if (found) {
            at += word.length;
        }
        return found;
    }

    private boolean number() {
        next('-', '-');
        boolean whole = next('0', '0') || digits();
        boolean fraction = !next('.', '.') || digits();
        boolean exponent = true;
        if (next('e', 'E')) {
            next('+', '-');
            exponent = digits();
        }
        return whole && fraction && exponent;
    }

    private boolean next(char one, char other) {
        boolean next = at < to && (bytes[at] == one || bytes[at] == other);
        if (next) {
            at++;
        }
        return next;
    }

    private boolean digits() {
        int from = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from;
    }

    /** Where the last string, number or literal begins; a string begins after its quote. */
    int valueFrom() {
        return valueFrom;
    }

    /** Where the last string, number or literal ends, exclusive; a string ends before its quote. */
    int valueTo() {
        return valueTo;
    }

    /** Whether any string of the line so far holds an escape sequence. */
    boolean escaped() {
        return escaped;
    }

    /** Whether the last value was an object or an array. */
    boolean isNested() {
        return isNested;
    }

    /** Whether the last value was {@code null}. */
    boolean isNull() {
        return isNull;
    }
}
