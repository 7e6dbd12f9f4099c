package dev.pagetrack.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;

/** Maps the columns of tab-separated lines to fields, according to the last {@code #Fields} line. */
@SuppressWarnings("EnumOrdinal") // see LogLine
final class FieldColumns {

    private final Delimiters tabs = new Delimiters('\t');

    /** The number of columns, and the indexes of those that hold a field. */
    private int columns;

    private int[] wanted = {};

    /** The ordinal of the field in each column of {@link #wanted}. */
    private int[] fields = {};

    /** Reads the names of the columns, which are separated by blanks, or by tabs in some exports. */
    void readNames(String names) {
        var columnNames = names.strip().split("[ \t]+", -1);
        columns = columnNames.length;
        var indexes = new ArrayList<Integer>();
        for (int column = 0; column < columns; column++) {
            if (CloudFrontFields.byName(columnNames[column]) != null) {
                indexes.add(column);
            }
        }
        wanted = new int[indexes.size()];
        fields = new int[indexes.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = indexes.get(i);
            fields[i] = requireNonNull(CloudFrontFields.byName(columnNames[wanted[i]]))
                    .ordinal();
        }
    }

    /** Finds the end of the line that begins at an index; {@code limit} if it has none. */
    int scan(byte[] bytes, int from, int limit) {
        return tabs.scan(bytes, from, limit);
    }

    /** Sets the fields of a line; false if the line has too few or too many columns. */
    boolean split(LogLine line) {
        tabs.prepare(line);
        if (tabs.count() != columns - 1) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            int column = wanted[i];
            line.set(fields[i], tabs.fieldBefore(column), tabs.at(column));
        }
        return true;
    }
}
