package dev.pagetrack.table.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Computes the size of an item as DynamoDB counts it, and the write units that a write of it costs. The units are
 * computed instead of requested, because DynamoDB Local reports other units for transactions than DynamoDB.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB
 *     item sizes and formats</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Capacity unit
 *     consumption</a>
 */
public final class ItemSize {

    /** One write unit covers this many bytes of an item. */
    private static final int UNIT_BYTES = 1024;

    /** The overhead of a map. Each of its entries has an overhead of one more byte. */
    private static final int MAP_BYTES = 3;

    private ItemSize() {}

    public static int of(Map<String, AttributeValue> item) {
        int bytes = 0;
        for (var attribute : item.entrySet()) {
            bytes += text(attribute.getKey()) + of(attribute.getValue());
        }
        return bytes;
    }

    /** Returns the bytes of an attribute that is a number. */
    public static int of(String name, long number) {
        return text(name) + number(Long.toString(number));
    }

    /** Returns the units of a single write: the size in kilobytes, rounded up. */
    public static long units(int bytes) {
        return Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }

    /**
     * Returns the units of a write in a transaction: twice those of a single write, once to prepare and once to commit.
     */
    public static long transactionUnits(int bytes) {
        return 2 * units(bytes);
    }

    private static int of(AttributeValue value) {
        if (value.hasM()) {
            return MAP_BYTES + value.m().size() + of(value.m());
        }
        return value.n() == null ? text(value.s()) : number(value.n());
    }

    private static int text(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** One byte for every two significant digits, and one more. */
    private static int number(String number) {
        var digits = number.replaceFirst("^-?0*", "").replaceFirst("0+$", "");
        return (digits.length() + 1) / 2 + 1;
    }
}
