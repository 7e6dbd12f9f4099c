package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CloudFront's standard logs in the W3C format: tab-separated fields that a {@code #Fields} line names. Version 1
 * (legacy) had 12 fields in its first years and has 33 today. In version 2 the owner of the distribution chooses the
 * fields, some of real-time logs included, and their order.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard
 *     logging, version 2</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">The
 *     fields of standard logs</a>
 */
public final class CloudFrontLogFormat implements LogFormat {

    private static final byte[] FIELDS = "#Fields:".getBytes(US_ASCII);
    private static final Pattern SEPARATOR = Pattern.compile("[ \t]+");

    @Override
    public String title() {
        return "CloudFront W3C log";
    }

    /** Says nothing: {@link UnsupportedFormat} knows the formats that resemble this one. */
    @Override
    public Optional<String> refusal(LogHead head) {
        return Optional.empty();
    }

    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        boolean otherServer = head.lines().stream().anyMatch(line -> line.startsWith("#Software:"));
        return head.lines().stream()
                .filter(line -> line.startsWith("#Fields:"))
                .map(line -> Set.copyOf(List.of(
                        SEPARATOR.split(line.substring("#Fields:".length()).strip()))))
                .filter(CloudFrontFields::hasTimeAndPath)
                .findFirst()
                .filter(fields -> !otherServer && mayHaveTabs(head))
                .map(fields -> new Lines(CloudFrontFields.missing(fields)));
    }

    /** In version 2 the owner may choose a separator other than a tab, even one that fields do not escape. */
    private static boolean mayHaveTabs(LogHead head) {
        var records = head.lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return records.isEmpty() || records.stream().anyMatch(line -> line.indexOf('\t') >= 0);
    }

    private static final class Lines implements LineFormat {

        private final Timestamps timestamps = new Timestamps();
        private final FieldColumns columns = new FieldColumns();
        private final List<String> missing;

        Lines(List<String> missing) {
            this.missing = missing;
        }

        @Override
        public String name() {
            return "cloudfront";
        }

        @Override
        public List<String> missingFields() {
            return missing;
        }

        /** See {@link CloudFrontFields#PATH_DECODINGS}. */
        @Override
        public boolean hasClientVersions() {
            return true;
        }

        @Override
        public int pathDecodings() {
            return CloudFrontFields.PATH_DECODINGS;
        }

        @Override
        public int lineEnd(byte[] bytes, int from, int limit) {
            return columns.scan(bytes, from, limit);
        }

        @Override
        public boolean readDirective(LogLine line) {
            byte[] bytes = line.bytes();
            int from = line.start();
            if (bytes[from] != '#') {
                return false;
            }
            if (ByteRanges.startsWith(bytes, from, line.end(), FIELDS)) {
                int names = from + FIELDS.length;
                columns.readNames(new String(bytes, names, line.end() - names, ISO_8859_1));
                line.clear();
            }
            return true;
        }

        @Override
        public Outcome read(LogLine line) {
            return columns.split(line) && CloudFrontFields.complete(line, timestamps)
                    ? Outcome.REQUEST
                    : Outcome.MALFORMED;
        }
    }
}
