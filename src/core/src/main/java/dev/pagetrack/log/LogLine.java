package dev.pagetrack.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a log; its fields are ranges of its bytes. It is a cursor: the same instance moves from line to line,
 * because a log has millions of lines and most of them are not views.
 */
@SuppressWarnings("EnumOrdinal") // Two arrays of ints are faster than a map with boxed integers.
public final class LogLine {

    private static final int FIELDS = Field.values().length;

    private final int[] from = new int[FIELDS];
    private final int[] to = new int[FIELDS];
    private final byte[] line;
    private byte[] bytes;
    private byte[] copy = {};
    private int start;
    private int end;
    private long epochSecond;

    /** A cursor over the lines of a buffer. */
    LogLine(byte[] buffer) {
        line = buffer;
        bytes = buffer;
    }

    /**
     * Moves to the next line, and keeps the fields of the line before, for formats that set the same fields in each
     * line.
     */
    void moveTo(int start, int end) {
        if (bytes != line) {
            bytes = line;
        }
        this.start = start;
        this.end = end;
    }

    /** Unsets all fields. */
    void clear() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        epochSecond = 0;
    }

    void set(Field field, int from, int to) {
        set(field.ordinal(), from, to);
    }

    /** Sets the field that has an ordinal. */
    void set(int ordinal, int from, int to) {
        this.from[ordinal] = from;
        this.to[ordinal] = to;
    }

    /** Unsets a field. */
    void unset(Field field) {
        set(field, 0, 0);
    }

    /** Whether a field is set, even to an empty value or {@code -}. */
    boolean isSet(Field field) {
        return to[field.ordinal()] > 0;
    }

    /** Cuts a field before the first occurrence of a byte. */
    void cut(Field field, byte at) {
        int i = field.ordinal();
        to[i] = ByteRanges.indexOf(at, bytes, from[i], to[i]);
    }

    /**
     * Unescapes a field if it holds a backslash. The first such field of a line moves all fields to a copy of the line,
     * so that values can shrink in place while the line itself stays unchanged.
     *
     * @return false if an escape sequence is invalid
     */
    boolean unescape(Field field, Unescaper unescaper) {
        int i = field.ordinal();
        if (ByteRanges.indexOf((byte) '\\', bytes, from[i], to[i]) == to[i]) {
            return true;
        }
        if (bytes == line) {
            copyLine();
        }
        int unescaped = unescaper.unescape(bytes, from[i], to[i]);
        to[i] = unescaped;
        return unescaped >= 0;
    }

    private void copyLine() {
        int length = end - start;
        if (copy.length < length) {
            copy = new byte[length];
        }
        System.arraycopy(line, start, copy, 0, length);
        bytes = copy;
        for (int i = 0; i < FIELDS; i++) {
            if (to[i] > 0) {
                from[i] -= start;
                to[i] -= start;
            }
        }
    }

    void epochSecond(long epochSecond) {
        this.epochSecond = epochSecond;
    }

    /** The array that the ranges of all fields refer to. */
    public byte[] bytes() {
        return bytes;
    }

    /** The array that {@link #start} and {@link #end} refer to: it holds the original line, not unescaped. */
    public byte[] line() {
        return line;
    }

    /** Where the line begins. */
    public int start() {
        return start;
    }

    /** Where the line ends, exclusive, without its line terminator. */
    public int end() {
        return end;
    }

    /** The time of the request in seconds since 1970 UTC. */
    public long epochSecond() {
        return epochSecond;
    }

    /** Where a field begins. */
    public int from(Field field) {
        return from[field.ordinal()];
    }

    /** Where a field ends, exclusive. */
    public int to(Field field) {
        return to[field.ordinal()];
    }

    /** Whether a field has a value: it is set, not empty and not {@code -}. */
    public boolean has(Field field) {
        int at = from[field.ordinal()];
        int length = to[field.ordinal()] - at;
        return length > 1 || (length == 1 && bytes[at] != '-');
    }

    /** Whether a field holds exactly this text. */
    public boolean is(Field field, AsciiLiteral text) {
        int i = field.ordinal();
        return text.matches(bytes, from[i], to[i]);
    }

    /** Whether a field begins with this text. */
    public boolean startsWith(Field field, AsciiLiteral prefix) {
        int i = field.ordinal();
        return to[i] - from[i] >= prefix.length && prefix.matches(bytes, from[i], from[i] + prefix.length);
    }

    /** Whether a field ends with this text. */
    public boolean endsWith(Field field, AsciiLiteral suffix) {
        int i = field.ordinal();
        return to[i] - from[i] >= suffix.length && suffix.matches(bytes, to[i] - suffix.length, to[i]);
    }

    /** How many bytes a field has. */
    public int length(Field field) {
        int i = field.ordinal();
        return to[i] - from[i];
    }

    /** A field as text, one character per byte. It creates a String, so use it for rare cases only. */
    public String text(Field field) {
        int i = field.ordinal();
        return new String(bytes, from[i], to[i] - from[i], StandardCharsets.ISO_8859_1);
    }
}
