package dev.pagetrack.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compares and searches ranges of bytes, for the parsers.
 *
 * <p>Plain and low-level because every byte of a log passes through here. The methods process eight bytes at a time, as
 * one number: an exclusive or turns each byte that equals the wanted one into 0, and then the carry of an addition
 * shows which bytes are 0 (similar to "Hacker's Delight", section 6-1).
 */
public final class ByteRanges {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    /** How many bytes {@link #matchBits} processes. */
    static final int BLOCK = 64;

    private ByteRanges() {}

    /** Eight bytes as one number; the first byte is the lowest. */
    public static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** A number that holds the same byte eight times. */
    static long repeated(byte b) {
        return (b & 0xFF) * ONES;
    }

    /** The first eight bytes of a range as one number; a shorter range is padded with zeros. */
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

    /** The pattern with which {@link #matchBits} finds bytes below a number of at most 128. */
    static long belowPattern(int number) {
        // Adding it to the lower seven bits of a byte sets the eighth bit if the byte is not below the number.
        return (0x80 - number) * ONES;
    }

    /**
     * Finds which of the {@link #BLOCK} bytes at an index are below a number or equal another byte. The result has one
     * bit per byte; the lowest bit is for the first byte.
     *
     * @param below the result of {@link #belowPattern}
     * @param other the result of {@link #repeated}; 0 to find no other byte
     */
    static long matchBits(long below, long other, byte[] bytes, int at) {
        long marks = 0;
        for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long eight = longAt(bytes, at + i);
            long found = ~(((eight & LOW_BITS) + below) | eight | LOW_BITS);
            if (other != 0) {
                found |= equalBytes(eight, other);
            }
            // Moves the highest bits of the eight bytes next to each other.
            marks |= ((found * 0x0002_0408_1020_4081L) >>> (Long.SIZE - Byte.SIZE)) << i;
        }
        return marks;
    }

    /**
     * Compares eight bytes pairwise: sets the highest bit of each byte that is equal in both numbers, and no other bit.
     */
    static long equalBytes(long eight, long other) {
        long difference = eight ^ other;
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
    }

    /** The index, 0 to 7, of the first byte that {@link #equalBytes} found. */
    static int firstIndex(long equal) {
        return Long.numberOfTrailingZeros(equal) >>> 3;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && equals(bytes, from, from + prefix.length, prefix);
    }

    /** Whether a range equals a short array. A simple loop is enough, because most ranges already differ in length. */
    static boolean equals(byte[] bytes, int from, int to, byte[] value) {
        boolean equal = to - from == value.length;
        for (int i = 0; equal && i < value.length; i++) {
            equal = bytes[from + i] == value[i];
        }
        return equal;
    }

    /** The index of the first such byte, or {@code to} if there is none. */
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

    /** The value of two decimal digits, or -1 if they are not digits. */
    static int twoDigits(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** The value of {@code count} decimal digits, or -1 if they are not digits. */
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
