package dev.pagetrack.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What parsers need of byte ranges.
 *
 * <p>Plain and low-level: all bytes of a log go through here. Eight are looked at together, as one number: bytes that
 * equal the wanted one become 0 by an exclusive or, and a 0 is found by the borrow of a subtraction ("Hacker's Delight",
 * section 6-1).
 */
public final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private Bytes() {}

    /** Eight bytes as one number, the first one lowest. */
    static long eight(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The same byte eight times. */
    static long eightTimes(byte b) {
        return (b & 0xFF) * ONES;
    }

    /** The highest bit of each of eight bytes is set where it equals the other's, and no other bit is. */
    static long equal(long eight, long other) {
        long difference = eight ^ other;
        return ~(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS);
    }

    /** The place, 0 to 7, of the first of eight bytes that {@link #equal} marked. */
    static int place(long equal) {
        return Long.numberOfTrailingZeros(equal) >>> 3;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && equals(bytes, from, from + prefix.length, prefix);
    }

    /** Whether a range holds exactly these bytes. Most ranges are told apart by their length. */
    static boolean equals(byte[] bytes, int from, int to, byte[] value) {
        return to - from == value.length && Arrays.equals(bytes, from, to, value, 0, value.length);
    }

    /** Where a byte is first found, or {@code to}. */
    static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = eightTimes(wanted);
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = equal(eight(bytes, i), pattern);
            if (found != 0) {
                return i + place(found);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** A hash of a range, spread over all its bits. */
    public static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = mixed(hash, eight(bytes, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << Byte.SIZE | (bytes[i] & 0xFF);
        }
        hash = mixed(hash, rest);
        return (int) (hash ^ hash >>> Integer.SIZE);
    }

    /** Multiplied by 2^64 over the golden ratio, whose high bits depend on all lower ones; so they are rotated down. */
    private static long mixed(long hash, long eight) {
        return Long.rotateLeft((hash ^ eight) * 0x9E37_79B9_7F4A_7C15L, 29);
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
