package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A format that is known, and that pagetrack does not read.
 *
 * @param what its name with an article
 * @param wayOut a sentence or two: what to do instead
 */
record UnsupportedFormat(String what, String wayOut) {

    private static final String NO_VIEWS = "It tells no page views: leave it out of <logs>.";
    private static final String UNPACK = "Unpack it; gzip is the one compression that is read as it is.";

    private record Sign(Pattern start, UnsupportedFormat format) {}

    /** By how they begin; the first that fits. */
    private static final List<Sign> SIGNS = List.of(
            sign("PAR1", "a Parquet file", "Let CloudFront deliver the output format w3c or json instead."),
            sign("PK\\x03\\x04", "a zip archive", UNPACK),
            sign("\\x28\\xB5\\x2F\\xFD", "a file compressed with zstd", UNPACK),
            sign("BZh[1-9]", "a file compressed with bzip2", UNPACK),
            sign("\\xFD7zXZ\\x00", "a file compressed with xz", UNPACK),
            sign(
                    "[0-9]{10}\\.[0-9]{3}\\t",
                    "a CloudFront real-time log",
                    "Its fields have no names. Let standard logging deliver the output format w3c or json instead."),
            sign(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}\\t[0-9]{2}:[0-9]{2}:[0-9]{2}\\t",
                    "a CloudFront log without its #Fields line",
                    "Put that line before the others; for new logs, choose the output format w3c or json, not plain."),
            sign(
                    "#Software:",
                    "a W3C log of another server than CloudFront",
                    "Let it write the combined format instead."),
            sign(
                    "#(?s:.*?)Fields:(?=[^\\n]*cs-uri-stem)(?=[^\\n]*(?:date|timestamp))",
                    "a CloudFront log whose fields are not separated by tabs",
                    "Choose tabs as the field delimiter, or the output format json."),
            sign("#(?s:.*?)\\bx-event\\b", "a CloudFront log of RTMP streaming", NO_VIEWS),
            sign(
                    "#(?s:.*?)#Fields:|#Fields:",
                    "a log without the fields that pages are counted by",
                    "Choose at least date, time, cs-method, cs-uri-stem, sc-status, cs(User-Agent) and"
                            + " x-edge-request-id."),
            sign(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z \\S+ \\S+ \\S+ [0-9.-]+ ",
                    "a log of a Classic Load Balancer",
                    "Read the logs of what stands before it (CloudFront) or behind it (the web server) instead."),
            sign("(?:tls|tcp) [0-9.]+ [0-9]{4}-", "a log of a Network Load Balancer", NO_VIEWS),
            sign("(?:version account-id|[2-9] [0-9]{12} eni-)", "a VPC flow log", NO_VIEWS),
            sign("[0-9.]+ [0-9]{4}-[0-9]{2}-[0-9]{2}T\\S+Z Z[0-9A-Z]+ ", "a Route 53 query log", NO_VIEWS),
            sign("\\s*\\{\\s*\"Records\"", "a CloudTrail log", NO_VIEWS),
            sign("\\s*\\{.*\"webaclId\"", "an AWS WAF log", NO_VIEWS),
            sign(
                    "\\s*\\{",
                    "a JSON file without the fields that pages are counted by",
                    "Of CloudFront's logs in JSON, it needs date, time and cs-uri-stem; of others, leave it out of"
                            + " <logs>."),
            sign(
                    "\\S+:[0-9]+ \\S+ \\S+ \\S+ \\[[0-9]{2}/[A-Z][a-z]{2}/",
                    "a log of many hosts (Apache's vhost_combined)",
                    "Cut the first column of your host's lines off (split-logfile does that)."));

    /** The format of a log object's first bytes, if it is one of these. */
    static Optional<UnsupportedFormat> of(byte[] head) {
        var text = new String(head, ISO_8859_1);
        return SIGNS.stream()
                .filter(sign -> sign.start.matcher(text).lookingAt())
                .map(Sign::format)
                .findFirst();
    }

    private static Sign sign(String start, String what, String wayOut) {
        return new Sign(Pattern.compile(start), new UnsupportedFormat(what, wayOut));
    }
}
