package dev.pagetrack.log;

import java.util.Arrays;
import java.util.Map;

/** Which column of a tab-separated line holds which field, as the last {@code #Fields} line said. */
final class FieldColumns {

    private static final Map<String, Field> NAMES = Map.ofEntries(
            Map.entry("date", Field.DATE),
            Map.entry("time", Field.TIME),
            Map.entry("x-edge-request-id", Field.REQUEST_ID),
            Map.entry("c-ip", Field.ADDRESS),
            Map.entry("cs-method", Field.METHOD),
            // cs(Host) is the distribution's own name; this is what the reader asked for.
            Map.entry("x-host-header", Field.HOST),
            Map.entry("cs-uri-stem", Field.PATH),
            Map.entry("sc-status", Field.STATUS),
            Map.entry("cs(Referer)", Field.REFERRER),
            Map.entry("cs(User-Agent)", Field.USER_AGENT),
            Map.entry("x-edge-result-type", Field.EDGE_RESULT),
            Map.entry("x-edge-location", Field.EDGE_LOCATION),
            Map.entry("c-country", Field.COUNTRY),
            Map.entry("sc-content-type", Field.CONTENT_TYPE));

    private Field[] columns = {};

    /** Reads the names of the columns: separated by blanks, or by tabs in some exports. */
    void read(String names) {
        columns =
                Arrays.stream(names.strip().split("[ \t]+", -1)).map(NAMES::get).toArray(Field[]::new);
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
