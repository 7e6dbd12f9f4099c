package dev.pagetrack.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line, its fields as ranges of its bytes. It is a cursor: the same instance is filled again for each line, because
 * a log has millions of lines and most of them are no views.
 */
@SuppressWarnings("EnumOrdinal") // Two arrays of ints instead of a map of boxed ones, filled for each line.
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

    /** Takes the next line, with the fields of the one before, for formats that set the same for every line. */
    void moveTo(int start, int end) {
        if (bytes != line) {
            bytes = line;
        }
        this.start = start;
        this.end = end;
    }

    /** Forgets the fields of the line before. */
    void clear() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
        epochSecond = 0;
    }

    void set(Field field, int from, int to) {
        set(field.ordinal(), from, to);
    }

    /** Sets the field of an ordinal. */
    void set(int ordinal, int from, int to) {
        this.from[ordinal] = from;
        this.to[ordinal] = to;
    }

    /** Forgets a field that a line took back. */
    void unset(Field field) {
        set(field, 0, 0);
    }

    /** Whether a field was found, even one that holds nothing or {@code -}. */
    boolean isSet(Field field) {
        return to[field.ordinal()] > 0;
    }

    /** Ends a field before the first such byte. */
    void cut(Field field, byte at) {
        int i = field.ordinal();
        to[i] = ByteRanges.indexOf(at, bytes, from[i], to[i]);
    }

    /**
     * Unescapes a field if it holds a backslash. From the first that does, all fields lie in a copy of the line, so that
     * values shrink in place and the line itself stays as it came.
     *
     * @return false if an escape means nothing
     */
    boolean unescape(Field field, Unescaper escapes) {
        int i = field.ordinal();
        if (ByteRanges.indexOf((byte) '\\', bytes, from[i], to[i]) == to[i]) {
            return true;
        }
        if (bytes == line) {
            copyLine();
        }
        int unescaped = escapes.unescape(bytes, from[i], to[i]);
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

    /** The bytes that the ranges of all fields are about. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes that {@link #start} and {@link #end} are about: the line as it came, with whatever it escapes. */
    public byte[] line() {
        return line;
    }

    /** Where the line begins. */
    public int start() {
        return start;
    }

    /** Where the line ends, exclusive, without its line end. */
    public int end() {
        return end;
    }

    /** When the request came, in seconds since 1970 UTC. */
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

    /** Whether the log tells this field: it has it, and it holds something other than {@code -}. */
    public boolean has(Field field) {
        int at = from[field.ordinal()];
        int length = to[field.ordinal()] - at;
        return length > 1 || (length == 1 && bytes[at] != '-');
    }

    /** Whether a field holds exactly this text. */
    public boolean is(Field field, AsciiLiteral text) {
        int i = field.ordinal();
        return text.is(bytes, from[i], to[i]);
    }

    /** Whether a field begins with this text. */
    public boolean startsWith(Field field, AsciiLiteral prefix) {
        int i = field.ordinal();
        return to[i] - from[i] >= prefix.length && prefix.is(bytes, from[i], from[i] + prefix.length);
    }

    /** Whether a field ends with this text. */
    public boolean endsWith(Field field, AsciiLiteral suffix) {
        int i = field.ordinal();
        return to[i] - from[i] >= suffix.length && suffix.is(bytes, to[i] - suffix.length, to[i]);
    }

    /** How many bytes a field has. */
    public int length(Field field) {
        int i = field.ordinal();
        return to[i] - from[i];
    }

    /** A field as text, for what is rare: one byte is one character. */
    public String text(Field field) {
        int i = field.ordinal();
        return new String(bytes, from[i], to[i] - from[i], StandardCharsets.ISO_8859_1);
    }
}
