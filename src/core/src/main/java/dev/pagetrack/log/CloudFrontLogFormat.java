package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/**
 * CloudFront's standard logs, version 1: tab-separated fields that a {@code #Fields} line names, 12 in the first years
 * and 33 today.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">The
 *     fields of standard logs</a>
 */
public final class CloudFrontLogFormat implements LogFormat {

    private static final byte[] FIELDS = "#Fields:".getBytes(US_ASCII);

    @Override
    public String title() {
        return "CloudFront standard log";
    }

    @Override
    public Optional<LineFormat> recognise(byte[] head) {
        var text = new String(head, ISO_8859_1);
        boolean fieldsFirst =
                text.lines().takeWhile(line -> line.startsWith("#")).anyMatch(this::namesFields);
        return fieldsFirst ? Optional.of(new Lines()) : Optional.empty();
    }

    private boolean namesFields(String line) {
        return line.startsWith("#Fields:") && line.contains("cs-uri-stem") && line.contains("date");
    }

    private static final class Lines implements LineFormat {

        private final Timestamps timestamps = new Timestamps();
        private final FieldColumns columns = new FieldColumns();

        @Override
        public String name() {
            return "cloudfront";
        }

        @Override
        public int pathDecodings() {
            return 1;
        }

        @Override
        public Outcome read(byte[] bytes, int from, int to, LogLine line) {
            if (from < to && bytes[from] == '#') {
                if (Bytes.startsWith(bytes, from, to, FIELDS)) {
                    columns.read(new String(bytes, from + FIELDS.length, to - from - FIELDS.length, ISO_8859_1));
                }
                return Outcome.DIRECTIVE;
            }
            line.begin(bytes, from, to);
            return columns.split(line) && timestamps.readIso(line) ? Outcome.REQUEST : Outcome.MALFORMED;
        }
    }
}
