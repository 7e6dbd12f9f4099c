package dev.pagetrack.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server access logs of S3: fields separated by blanks, in a fixed order, three of them quoted. AWS appends new
 * fields from time to time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">Amazon S3 server access log
 *     format</a>
 */
public final class S3AccessLogFormat implements LogFormat {

    /**
     * Owner, bucket, time, address, requester (which may have blanks), request id, operation. No other format has such a
     * time and operation.
     */
    private static final Pattern LINE = Pattern.compile("\\S+ \\S+ "
            + "\\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} [+-][0-9]{4}] "
            + "\\S+ \\S+(?: \\S+){0,8} \\S+ (?:REST|WEBSITE|BATCH|S3|SOAP)\\.[A-Za-z0-9_.]+ ");

    @Override
    public String title() {
        return "S3 server access log";
    }

    /** Says nothing: {@link UnsupportedFormat} knows the formats that resemble this one. */
    @Override
    public Optional<String> refusal(LogHead head) {
        return Optional.empty();
    }

    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        boolean known =
                head.lines().stream().anyMatch(line -> LINE.matcher(line).lookingAt());
        return known ? Optional.of(new S3AccessLines()) : Optional.empty();
    }
}
