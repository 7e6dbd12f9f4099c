package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * S3's server access logs: fields separated by blanks, three of them quoted, their order fixed, new ones appended over
 * the years.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">Amazon S3 server access log
 *     format</a>
 */
public final class S3AccessLogFormat implements LogFormat {

    /**
     * Owner, bucket (the oldest have capitals and underscores), time, address, requester, request id, operation. What
     * follows is the visitor's, and may hold any byte.
     */
    private static final Pattern FIRST_LINE = Pattern.compile("(?:-|[A-Za-z0-9]+) [A-Za-z0-9._-]+ "
            + "\\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} [+-][0-9]{4}] "
            + "[0-9a-fA-F.:-]+ \\S+ [0-9A-Z]+ (?:REST|WEBSITE|BATCH|S3|SOAP)\\.\\S+ ");

    @Override
    public String title() {
        return "S3 server access log";
    }

    @Override
    public Optional<LineFormat> recognise(byte[] head) {
        boolean known = new String(head, ISO_8859_1)
                .lines()
                .findFirst()
                .filter(line -> FIRST_LINE.matcher(line).lookingAt())
                .isPresent();
        return known ? Optional.of(new S3AccessLines()) : Optional.empty();
    }
}
