package dev.pagetrack.log;

import java.util.ArrayList;

/** Which column of a tab-separated line holds which field, as the last {@code #Fields} line said. */
@SuppressWarnings("EnumOrdinal") // see LogLine
final class FieldColumns {

    private final Delimiters tabs = new Delimiters('\t');

    /** How many columns there are, and which of them matter. */
    private int columns;

    private int[] wanted = {};

    /** By place in {@link #wanted}: the ordinal of the field. */
    private int[] fields = {};

    /** Reads the names of the columns: separated by blanks, or by tabs in some exports. */
    void read(String names) {
        var named = names.strip().split("[ \t]+", -1);
        columns = named.length;
        var places = new ArrayList<Integer>();
        for (int column = 0; column < columns; column++) {
            if (CloudFrontFields.named(named[column]) != null) {
                places.add(column);
            }
        }
        wanted = new int[places.size()];
        fields = new int[places.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = places.get(i);
            fields[i] = CloudFrontFields.named(named[wanted[i]]).ordinal();
        }
    }

    /** Finds the end of the line that begins at an index; {@code limit} if it has none. */
    int scan(byte[] bytes, int from, int limit) {
        return tabs.scan(bytes, from, limit);
    }

    /** Finds the fields of a line; false if it has too few or too many. */
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
