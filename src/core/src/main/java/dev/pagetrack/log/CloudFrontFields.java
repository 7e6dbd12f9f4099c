package dev.pagetrack.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the fields in CloudFront logs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">The
 *     fields of standard logs</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html">The fields of
 *     real-time logs, some of which standard logging version 2 also offers</a>
 */
final class CloudFrontFields {

    /**
     * How often paths are percent-encoded: by the client, and once more by CloudFront, which encodes {@code %} when it
     * writes a log. So {@code /caf%C3%A9/} stands there as {@code /caf%25C3%25A9/}. What a client sent unencoded is
     * encoded once, and the second decoding does not change it.
     */
    static final int PATH_DECODINGS = 2;

    private static final Map<String, Field> NAMES = Map.ofEntries(
            Map.entry("date", Field.DATE),
            Map.entry("time", Field.TIME),
            Map.entry("timestamp", Field.EPOCH_SECONDS),
            Map.entry("timestamp(ms)", Field.EPOCH_MILLIS),
            Map.entry("x-edge-request-id", Field.REQUEST_ID),
            Map.entry("c-ip", Field.ADDRESS),
            Map.entry("cs-method", Field.METHOD),
            // The host of the request. cs(Host) is the domain name of the distribution.
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
            Map.entry("sc-content-type", Field.CONTENT_TYPE),
            Map.entry("cs-protocol-version", Field.PROTOCOL_VERSION),
            Map.entry("ssl-protocol", Field.TLS_PROTOCOL),
            Map.entry("ssl-cipher", Field.TLS_CIPHER),
            Map.entry("asn", Field.ASN));

    private static final Map<String, String> REAL_TIME_NAMES = Map.of("cs(User-Agent)", "cs-user-agent");

    private CloudFrontFields() {}

    /** The field with a name, or null if pagetrack does not use that field. */
    static @Nullable Field byName(String name) {
        return NAMES.get(name);
    }

    /** Whether a log has the fields without which no view can be found: the time and the path. */
    static boolean hasTimeAndPath(Set<String> names) {
        return names.contains("cs-uri-stem")
                && (names.contains("timestamp")
                        || names.contains("timestamp(ms)")
                        || (names.contains("date") && names.contains("time")));
    }

    /** The names that a log lacks among the fields that decide whether a request is a view. */
    static List<String> missing(Set<String> names) {
        return Stream.of("cs-method", "sc-status", "cs(User-Agent)")
                .filter(name -> !names.contains(name) && !names.contains(REAL_TIME_NAMES.getOrDefault(name, name)))
                .toList();
    }

    /**
     * Reads the time of a line whose fields are set, and removes the query from its path; false if the time is invalid.
     */
    static boolean complete(LogLine line, Timestamps timestamps) {
        // In real-time logs the path includes the query. A question mark in the path itself is percent-encoded.
        line.cut(Field.PATH, (byte) '?');
        if (line.isSet(Field.DATE)) {
            return timestamps.readIso(line);
        }
        return line.isSet(Field.EPOCH_MILLIS) ? timestamps.readEpochMillis(line) : timestamps.readEpochSeconds(line);
    }
}
