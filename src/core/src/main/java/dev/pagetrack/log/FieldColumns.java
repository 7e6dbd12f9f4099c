package dev.pagetrack.log;

import java.util.Arrays;

/** Which column of a tab-separated line holds which field, as the last {@code #Fields} line said. */
@SuppressWarnings("EnumOrdinal") // see LogLine
final class FieldColumns {

    private static final long TABS = Bytes.eightTimes((byte) '\t');

    /** By column: the ordinal of its field. */
    private int[] columns = {};

    /** Reads the names of the columns: separated by blanks, or by tabs in some exports. */
    void read(String names) {
        columns = Arrays.stream(names.strip().split("[ \t]+", -1))
                .map(CloudFrontFields::named)
                .mapToInt(field -> field == null ? LogLine.UNUSED : field.ordinal())
                .toArray();
    }

    /** Finds the fields of a line; false if it has fewer or more than there are names. */
    boolean split(LogLine line) {
        byte[] bytes = line.bytes();
        int to = line.end();
        int column = 0;
        int at = line.start();
        int i = at;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long tabs = Bytes.equal(Bytes.eight(bytes, i), TABS);
            for (; tabs != 0; tabs &= tabs - 1) {
                int tab = i + Bytes.place(tabs);
                if (column == columns.length) {
                    return false;
                }
                line.set(columns[column++], at, tab);
                at = tab + 1;
            }
        }
        for (; i <= to; i++) {
            if (i == to || bytes[i] == '\t') {
                if (column == columns.length) {
                    return false;
                }
                line.set(columns[column++], at, i);
                at = i + 1;
            }
        }
        return column == columns.length;
    }
}
