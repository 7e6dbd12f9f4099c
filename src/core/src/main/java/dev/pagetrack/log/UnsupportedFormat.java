package dev.pagetrack.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file format that pagetrack recognises but does not read.
 *
 * @param name its name, with an article
 * @param advice one or two sentences that say what to do instead; empty if such files hold no page views
 */
record UnsupportedFormat(String name, String advice) {

    private static final String NO_VIEWS = "";

    /** How many characters at the beginning of a file tell its format. */
    private static final int TOLD_BY = 16 * 1024;

    private static final String UNPACK = "Decompress it: gzip is the only compression that pagetrack reads.";

    private record Signature(Pattern start, UnsupportedFormat format) {}

    /** The formats and how their files begin. The first match counts. */
    private static final List<Signature> SIGNATURES = List.of(
            signature("PAR1", "a Parquet file", "Let CloudFront deliver the output format w3c or json instead."),
            signature("PK\\x03\\x04", "a zip archive", UNPACK),
            signature("\\x28\\xB5\\x2F\\xFD", "a file compressed with zstd", UNPACK),
            signature("\\x1F\\x8B", "a file that was compressed twice", "Decompress it once."),
            signature(
                    "\\xFF\\xFE|\\xFE\\xFF|(?:[\\n -~]\\x00){4}|(?:\\x00[\\n -~]){4}",
                    "a text in UTF-16", "Convert it to UTF-8, as iconv does."),
            signature("BZh[1-9]", "a file compressed with bzip2", UNPACK),
            signature("\\xFD7zXZ\\x00", "a file compressed with xz", UNPACK),
            signature(
                    "[0-9]{10}\\.[0-9]{3}\\t",
                    "a CloudFront real-time log",
                    "Its fields have no names. Let standard logging deliver the output format w3c or json instead."),
            signature(
                    "(?:#Version:[^\\n]*\\n)?[0-9]{4}-[0-9]{2}-[0-9]{2}\\t[0-9]{2}:[0-9]{2}:[0-9]{2}\\t",
                    "a CloudFront log without its #Fields line",
                    "Put that line before the others; for new logs, choose the output format w3c or json, not plain."),
            signature(
                    "#Software:",
                    "a W3C log of a server other than CloudFront",
                    "Let that server write the combined format instead."),
            signature(
                    "#(?s:.*?)Fields:(?=[^\\n]*cs-uri-stem)(?=[^\\n]*(?:date|timestamp))",
                    "a CloudFront log whose fields are not separated by tabs",
                    "Choose tabs as the field delimiter, or the output format json."),
            signature("#(?s:.*?)\\bx-event\\b", "a CloudFront log of RTMP streaming", NO_VIEWS),
            signature(
                    "#(?s:.*?)#Fields:|#Fields:",
                    "a log without the fields that are needed to count pages",
                    "Choose at least date, time, cs-method, cs-uri-stem, sc-status, cs(User-Agent) and"
                            + " x-edge-request-id."),
            signature("Enable [A-Za-z]+ ?Log for ELB: ", "a test file of a load balancer", NO_VIEWS),
            signature("Permission Check Successful", "a test file of CloudWatch Logs", NO_VIEWS),
            signature(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [0-9A-Fa-f.:]+ [0-9]+ [0-9]+ ",
                    "a connection log of an Application Load Balancer", NO_VIEWS),
            signature(
                    "(?:https?|h2|grpcs?|tcp|lambda) [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [0-9.-]+ \\S+ \\S+ (?:PASS|FAIL) ",
                    "a health check log of an Application Load Balancer", NO_VIEWS),
            signature(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z \\S+ \\S+ \\S+ [0-9.-]+ ",
                    "a log of a Classic Load Balancer",
                    "Read the logs of CloudFront in front of it, or of the web server behind it, instead."),
            signature("(?:tls|tcp) [0-9.]+ [0-9]{4}-", "a log of a Network Load Balancer", NO_VIEWS),
            signature("(?:version account-id|[2-9] [0-9]{12} eni-)", "a VPC flow log", NO_VIEWS),
            signature("[0-9.]+ [0-9]{4}-[0-9]{2}-[0-9]{2}T\\S+Z Z[0-9A-Z]+ ", "a Route 53 query log", NO_VIEWS),
            signature(
                    "\\s*\\{\\s*\"Records\"\\s*:\\s*\\[\\s*(?:\\]|\\{(?s:.*?)\"event(?:Version|Source)\")",
                    "a CloudTrail log",
                    NO_VIEWS),
            signature("\\s*\\{(?s:.*?)\"digestStartTime\"\\s*:", "a digest of CloudTrail", NO_VIEWS),
            signature(
                    "\\s*\\{\\s*\"fileVersion\"(?s:.*?)\"(?:configSnapshotId|configurationItems)\"\\s*:",
                    "a file of AWS Config",
                    NO_VIEWS),
            signature("\\s*\\{.*\"webaclId\"", "an AWS WAF log", NO_VIEWS),
            signature(
                    "\\s*\\{",
                    "a JSON file without the fields that are needed to count pages",
                    "A CloudFront log in JSON needs date, time and cs-uri-stem; leave any other file out of"
                            + " <logs>."));

    /** The format of a log object with this beginning, if it is one of these formats. */
    static Optional<UnsupportedFormat> of(LogHead head) {
        var text = head.text().substring(0, Math.min(head.text().length(), TOLD_BY));
        return SIGNATURES.stream()
                .filter(signature -> signature.start.matcher(text).lookingAt())
                .map(Signature::format)
                .findFirst();
    }

    /** Whether files of this format hold no page views. */
    boolean hasNoViews() {
        return advice.isEmpty();
    }

    private static Signature signature(String start, String name, String advice) {
        return new Signature(Pattern.compile(start), new UnsupportedFormat(name, advice));
    }
}
