package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the lines of an S3 server access log. The host header is ignored: it names the endpoint of S3, such as {@code
 * blog.example.com.s3-website-us-east-1.amazonaws.com}, and not a host of the site.
 */
final class S3AccessLines implements LineFormat {

    /** The fields in their order, up to the last one that every log has; null for fields that pagetrack does not use. */
    private static final Field[] ORDER = {
        null, // bucket owner
        null, // bucket
        null, // time, in brackets
        Field.ADDRESS,
        Field.REQUESTER,
        Field.REQUEST_ID,
        Field.OPERATION,
        Field.PATH, // the key
        Field.METHOD, // the first word of the request line, which is quoted
        Field.STATUS,
        null, // error code
        null, // bytes sent
        null, // object size
        null, // total time
        null, // turn-around time
        Field.REFERRER, // quoted
        Field.USER_AGENT, // quoted
    };

    private static final byte[] ARN = "arn:".getBytes(US_ASCII);

    /** How many blanks a requester may have; the ARN of an origin access identity has four. */
    private static final int MAX_BLANKS = 8;

    private static final List<byte[]> OPERATIONS = Stream.of("REST.", "WEBSITE.", "BATCH.", "S3.", "SOAP.")
            .map(start -> start.getBytes(US_ASCII))
            .toList();

    private static final int TIME = 2;
    private static final int TIME_BYTES = "[03/May/2026:12:17:39 +0000]".length();
    private static final int REQUESTER = 4;
    private static final int REQUEST = 8;
    private static final int REFERRER = 15;
    private static final int USER_AGENT = 16;
    private static final int TLS_CIPHER = 20;
    private static final int TLS_PROTOCOL = 23;

    private final Timestamps timestamps = new Timestamps();

    /** Quotes are delimiters here, because a quote anywhere but around a quoted field must be inside a field. */
    private final Delimiters delimiters = new Delimiters(' ', '"');

    @Override
    public String name() {
        return "s3";
    }

    /** The key is percent-encoded in the request, and once more in the log. */
    @Override
    public int pathDecodings() {
        return 2;
    }

    @Override
    public int lineEnd(byte[] bytes, int from, int limit) {
        return delimiters.scan(bytes, from, limit);
    }

    @Override
    public Outcome read(LogLine line) {
        delimiters.prepare(line);
        line.unset(Field.PROTOCOL_VERSION);
        byte[] bytes = line.bytes();
        int to = line.end();
        int at = line.start();
        int next = 0;
        for (int field = 0; field < ORDER.length; field++) {
            if (at >= to) {
                return Outcome.MALFORMED;
            }
            if (bytes[at] == '"' && isQuoted(field)) {
                int end = closingQuote(bytes, next + 1);
                if (end == delimiters.count()) {
                    return Outcome.MALFORMED;
                }
                set(line, field, at + 1, field == REQUEST ? delimiters.at(next + 1) : delimiters.at(end));
                if (field == REQUEST && end > next + 2) {
                    line.set(Field.PROTOCOL_VERSION, delimiters.fieldBefore(end), delimiters.at(end));
                }
                next = end + 1;
                if (delimiters.at(next) != delimiters.at(end) + 1) {
                    return Outcome.AMBIGUOUS;
                }
            } else if (field == TIME) {
                int end = at + TIME_BYTES;
                if (end > to || bytes[at] != '[' || bytes[end - 1] != ']' || !timestamps.readClf(line, at + 1)) {
                    return Outcome.MALFORMED;
                }
                // The time contains a blank.
                next++;
                if (delimiters.at(next) != end || (end < to && bytes[end] != ' ')) {
                    return Outcome.MALFORMED;
                }
            } else {
                if (field == REQUESTER && ByteRanges.startsWith(bytes, at, to, ARN)) {
                    next += blanksOfRequester(bytes, next);
                }
                set(line, field, at, delimiters.at(next));
            }
            if (next < delimiters.count() && bytes[delimiters.at(next)] != ' ') {
                return Outcome.AMBIGUOUS;
            }
            at = delimiters.at(next) + 1;
            next++;
        }
        setOptional(line, Field.TLS_CIPHER, next + TLS_CIPHER - USER_AGENT - 1);
        setOptional(line, Field.TLS_PROTOCOL, next + TLS_PROTOCOL - USER_AGENT - 1);
        // A quote in the remaining fields can only come from a field that contained a quote.
        return closingQuote(bytes, next) < delimiters.count() ? Outcome.AMBIGUOUS : Outcome.REQUEST;
    }

    /**
     * How many blanks an ARN has that names the requester, such as {@code arn:aws:iam::cloudfront:user/CloudFront Origin
     * Access Identity E1}. The word after the next one must be the operation.
     *
     * @param end the number of the first delimiter that may end it
     */
    private int blanksOfRequester(byte[] bytes, int end) {
        for (int blanks = 0; blanks <= MAX_BLANKS && end + blanks + 2 <= delimiters.count(); blanks++) {
            if (bytes[delimiters.at(end + blanks)] != ' ') {
                return 0;
            }
            int operation = delimiters.fieldBefore(end + blanks + 2);
            int to = delimiters.at(end + blanks + 2);
            if (OPERATIONS.stream().anyMatch(start -> ByteRanges.startsWith(bytes, operation, to, start))) {
                return blanks;
            }
        }
        return 0;
    }

    /** Sets a field that older lines lack. It ends at a delimiter, or at the end of the line. */
    private void setOptional(LogLine line, Field field, int delimiter) {
        if (delimiter <= delimiters.count()) {
            line.set(field, delimiters.fieldBefore(delimiter), delimiters.at(delimiter));
        } else {
            line.unset(field);
        }
    }

    /** The number of the next delimiter that is a quote; the count of delimiters if there is none. */
    private int closingQuote(byte[] bytes, int from) {
        int next = from;
        while (next < delimiters.count() && bytes[delimiters.at(next)] != '"') {
            next++;
        }
        return next;
    }

    private static void set(LogLine line, int field, int from, int to) {
        if (ORDER[field] != null) {
            line.set(ORDER[field], from, to);
        }
    }

    private static boolean isQuoted(int field) {
        return field == REQUEST || field == REFERRER || field == USER_AGENT;
    }
}
