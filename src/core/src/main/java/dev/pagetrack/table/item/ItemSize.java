package dev.pagetrack.table.item;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes DynamoDB takes an item for, and how many write units a write of it costs. Computed, not asked for: in
 * transactions DynamoDB Local reports figures of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB
 *     item sizes and formats</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Capacity unit
 *     consumption</a>
 */
public final class ItemSize {

    /** One write unit covers an item up to this size. */
    private static final int UNIT_BYTES = 1024;

    /** What a map takes besides its entries, and besides that for each of them. */
    private static final int MAP_BYTES = 3;

    private ItemSize() {}

    public static int of(Map<String, AttributeValue> item) {
        int bytes = 0;
        for (var attribute : item.entrySet()) {
            bytes += text(attribute.getKey()) + of(attribute.getValue());
        }
        return bytes;
    }

    /** The bytes of an attribute that is a number. */
    public static int of(String name, long number) {
        return text(name) + number(Long.toString(number));
    }

    /** The units of a plain write: one for each kilobyte that is begun. */
    public static long units(int bytes) {
        return Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }

    /** The units of the same write in a transaction: one to prepare it, and one to commit. */
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

    /** A byte for every two significant digits, and one more. */
    private static int number(String number) {
        var digits = number.replaceFirst("^-?0*", "").replaceFirst("0+$", "");
        return (digits.length() + 1) / 2 + 1;
    }
}
