package dev.pagetrack.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What parsers need of byte ranges.
 *
 * <p>Plain and low-level: all bytes of a log go through here. Eight are looked at together, as one number: bytes that
 * equal the wanted one become 0 by an exclusive or, and a 0 is found by the borrow of a subtraction ("Hacker's Delight",
 * section 6-1).
 */
public final class ByteRanges {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    /** How many bytes {@link #matchBits} looks at. */
    static final int BLOCK = 64;

    private ByteRanges() {}

    /** Eight bytes as one number, the first one lowest. */
    public static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The same byte eight times. */
    static long repeated(byte b) {
        return (b & 0xFF) * ONES;
    }

    /** The first eight bytes of a range as one number; a shorter range is filled up with zeros. */
    public static long paddedLong(byte[] bytes, int from, int to) {
        int length = to - from;
        if (from + Long.BYTES > bytes.length) {
            return wordAtEnd(bytes, from, Math.min(length, bytes.length - from));
        }
        long eight = longAt(bytes, from);
        return length < Long.BYTES ? eight & ~(-1L << (length * Byte.SIZE)) : eight;
    }

    private static long wordAtEnd(byte[] bytes, int from, int length) {
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[from + i] & 0xFFL) << (i * Byte.SIZE);
        }
        return word;
    }

    /** What {@link #matchBits} finds bytes below a number, at most 128, with. */
    static long belowPattern(int number) {
        // Added to seven bits, it sets the eighth where they are not below.
        return (0x80 - number) * ONES;
    }

    /**
     * Which of the {@link #BLOCK} bytes at an index are below a number, or are another byte: a bit for each, the first
     * lowest.
     *
     * @param below as {@link #belowPattern} says
     * @param other as {@link #repeated} says; 0 for no other byte
     */
    static long matchBits(long below, long other, byte[] bytes, int at) {
        long marks = 0;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long eight = longAt(bytes, at + i);
            long found = ~(((eight & LOW_BITS) + below) | eight | LOW_BITS);
            if (other != 0) {
                found |= equalBytes(eight, other);
            }
            // Brings the highest bits of eight bytes together.
            marks |= ((found * 0x0002_0408_1020_4081L) >>> (Long.SIZE - Byte.SIZE)) << i;
        }
        return marks;
    }

    /** The highest bit of each of eight bytes is set where it equals the other's, and no other bit is. */
    static long equalBytes(long eight, long other) {
        long difference = eight ^ other;
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
    }

    /** The place, 0 to 7, of the first of eight bytes that {@link #equalBytes} marked. */
    static int firstIndex(long equal) {
        return Long.numberOfTrailingZeros(equal) >>> 3;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && equals(bytes, from, from + prefix.length, prefix);
    }

    /** Whether a range holds exactly these bytes, which are few; most ranges are told apart by their length. */
    static boolean equals(byte[] bytes, int from, int to, byte[] value) {
        boolean equal = to - from == value.length;
        for (int i = 0; equal && i < value.length; i++) {
            equal = bytes[from + i] == value[i];
        }
        return equal;
    }

    /** Where a byte is first found, or {@code to}. */
    static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = repeated(wanted);
        int i = from;
        for (int last = to - Long.BYTES + 1; i < last; i += Long.BYTES) {
            long found = equalBytes(longAt(bytes, i), pattern);
            if (found != 0) {
                return i + firstIndex(found);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** A number of two decimal digits, or -1. */
    static int twoDigits(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** A number of so many decimal digits, or -1. */
    static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
