package dev.pagetrack.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What CloudFront calls its fields.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">The
 *     fields of standard logs</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html">The fields of
 *     real-time logs, some of which standard logging version 2 offers, too</a>
 */
final class CloudFrontFields {

    private static final Map<String, Field> NAMES = Map.ofEntries(
            Map.entry("date", Field.DATE),
            Map.entry("time", Field.TIME),
            Map.entry("timestamp", Field.EPOCH_SECONDS),
            Map.entry("timestamp(ms)", Field.EPOCH_MILLIS),
            Map.entry("x-edge-request-id", Field.REQUEST_ID),
            Map.entry("c-ip", Field.ADDRESS),
            Map.entry("cs-method", Field.METHOD),
            // cs(Host) is the distribution's own name; this is what the reader asked for.
            Map.entry("x-host-header", Field.HOST),
            Map.entry("cs-uri-stem", Field.PATH),
            Map.entry("sc-status", Field.STATUS),
            Map.entry("cs(Referer)", Field.REFERRER),
            Map.entry("cs-referer", Field.REFERRER),
            Map.entry("cs(User-Agent)", Field.USER_AGENT),
            Map.entry("cs-user-agent", Field.USER_AGENT),
            Map.entry("x-edge-result-type", Field.EDGE_RESULT),
            Map.entry("x-edge-location", Field.EDGE_LOCATION),
            Map.entry("c-country", Field.COUNTRY),
            Map.entry("sc-content-type", Field.CONTENT_TYPE));

    private static final Map<String, String> REAL_TIME_NAMES = Map.of("cs(User-Agent)", "cs-user-agent");

    private CloudFrontFields() {}

    /** The field of a name, or null for one that does not matter. */
    static Field named(String name) {
        return NAMES.get(name);
    }

    /** Whether a list of names has those without which no view can be found: when, and what. */
    static boolean suffice(String names) {
        return names.contains("cs-uri-stem") && (names.contains("date") || names.contains("timestamp"));
    }

    /** Those of the fields that decide whether a request is a view which a list of names lacks. */
    static List<String> missing(String names) {
        return Stream.of("cs-method", "sc-status", "cs(User-Agent)")
                .filter(name -> !names.contains(name) && !names.contains(REAL_TIME_NAMES.getOrDefault(name, name)))
                .toList();
    }

    /** Reads the time of a line whose fields are found, and cuts its path; false if there is no time. */
    static boolean complete(LogLine line, Timestamps timestamps) {
        // In real-time logs the path has the query; a question mark of its own is encoded there as everywhere.
        line.cut(Field.PATH, (byte) '?');
        if (line.isSet(Field.DATE)) {
            return timestamps.readIso(line);
        }
        return line.isSet(Field.EPOCH_MILLIS) ? timestamps.readEpochMillis(line) : timestamps.readEpochSeconds(line);
    }
}
