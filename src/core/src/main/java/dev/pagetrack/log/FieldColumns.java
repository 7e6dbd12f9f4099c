package dev.pagetrack.log;

import java.util.Arrays;

/** Which column of a tab-separated line holds which field, as the last {@code #Fields} line said. */
final class FieldColumns {

    private Field[] columns = {};

    /** Reads the names of the columns: separated by blanks, or by tabs in some exports. */
    void read(String names) {
        columns = Arrays.stream(names.strip().split("[ \t]+", -1))
                .map(CloudFrontFields::named)
                .toArray(Field[]::new);
    }

    /** Finds the fields of a line; false if it has fewer or more than there are names. */
    boolean split(LogLine line) {
        byte[] bytes = line.bytes();
        int column = 0;
        int at = line.start();
        for (int i = at; i <= line.end(); i++) {
            if (i == line.end() || bytes[i] == '\t') {
                if (column >= columns.length) {
                    return false;
                }
                if (columns[column] != null) {
                    line.set(columns[column], at, i);
                }
                column++;
                at = i + 1;
            }
        }
        return column == columns.length;
    }
}
