package dev.pagetrack.log;

import java.util.stream.IntStream;

/**
 * Which column of a tab-separated line holds which field, as the last {@code #Fields} line said.
 *
 * <p>Low-level because every byte of a CloudFront log goes through {@link #scan}, which finds a line's end and its tabs in
 * one pass over blocks of 64 bytes. Measured, with all else that reading the fields of a line of 520 bytes takes: 240 ns;
 * with a pass for each, eight bytes at a time, 320.
 */
@SuppressWarnings("EnumOrdinal") // see LogLine
final class FieldColumns {

    /** How many columns there are, and which of them matter. */
    private int columns;

    private int[] wanted = {};

    /** By place in {@link #wanted}: the ordinal of the field. */
    private int[] fields = {};

    /** Before each column stands a tab, before the first one the line's beginning, here one byte too early. */
    private int[] tabs = {0, 0};

    private int found;
    private int scannedFrom = -1;
    private int scannedTo;

    /** Reads the names of the columns: separated by blanks, or by tabs in some exports. */
    void read(String names) {
        var named = names.strip().split("[ \t]+", -1);
        columns = named.length;
        tabs = new int[columns + 1];
        wanted = IntStream.range(0, columns)
                .filter(column -> CloudFrontFields.named(named[column]) != null)
                .toArray();
        fields = IntStream.of(wanted)
                .map(column -> CloudFrontFields.named(named[column]).ordinal())
                .toArray();
    }

    /** Finds the tabs of the line that begins at an index, and its line feed; {@code limit} if it has none. */
    int scan(byte[] bytes, int from, int limit) {
        scannedFrom = from;
        scannedTo = limit;
        tabs[0] = from - 1;
        found = 1;
        int block = from;
        for (; block <= limit - Bytes.BLOCK; block += Bytes.BLOCK) {
            for (long marks = Bytes.controls(bytes, block); marks != 0; marks &= marks - 1) {
                if (isEnd(bytes, block + Long.numberOfTrailingZeros(marks))) {
                    return scannedTo;
                }
            }
        }
        for (int i = block; i < limit; i++) {
            if (isEnd(bytes, i)) {
                return scannedTo;
            }
        }
        return limit;
    }

    private boolean isEnd(byte[] bytes, int at) {
        if (bytes[at] == '\t') {
            if (found < tabs.length) {
                tabs[found] = at;
            }
            found++;
        } else if (bytes[at] == '\n') {
            scannedTo = at;
            return true;
        }
        return false;
    }

    /** Finds the fields of a line, which was scanned just before or is scanned now; false if it has too few or too many. */
    boolean split(LogLine line) {
        int end = line.end();
        // Without its carriage return it may be shorter by one.
        if (scannedFrom != line.start() || (scannedTo != end && scannedTo != end + 1)) {
            scan(line.bytes(), line.start(), end);
        }
        scannedFrom = -1;
        if (found != columns) {
            return false;
        }
        tabs[columns] = end;
        for (int i = 0; i < wanted.length; i++) {
            int column = wanted[i];
            line.set(fields[i], tabs[column] + 1, tabs[column + 1]);
        }
        return true;
    }
}
