package dev.pagetrack.log;

/**
 * The lines of an S3 server access log. Its host header is not read: it is the endpoint of S3, such as
 * {@code blog.example.com.s3-website-us-east-1.amazonaws.com}, which says nothing about the site's own hosts.
 */
final class S3AccessLines implements LineFormat {

    /** The fields in their order up to the last that matters; null where none of ours stands. */
    private static final Field[] ORDER = {
        null, // bucket owner
        null, // bucket
        null, // time, in brackets
        Field.ADDRESS,
        null, // requester
        Field.REQUEST_ID,
        Field.OPERATION,
        Field.PATH, // the key
        null, // request line, quoted
        Field.STATUS,
        null, // error code
        null, // bytes sent
        null, // object size
        null, // total time
        null, // turn-around time
        Field.REFERRER, // quoted
        Field.USER_AGENT, // quoted
    };

    private static final int TIME = 2;
    private static final int TIME_BYTES = "[03/May/2026:12:17:39 +0000]".length();
    private static final int METHOD = 8;

    /** Where a quoted field may stand. A line with a quote anywhere else has one inside a field. */
    private static final int[] QUOTED = {METHOD, 15, 16};

    private final Timestamps timestamps = new Timestamps();

    @Override
    public String name() {
        return "s3";
    }

    /** The key is percent-encoded for the request, and once more for the log. */
    @Override
    public int pathDecodings() {
        return 2;
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to, LogLine line) {
        line.begin(bytes, from, to);
        int at = from;
        for (int field = 0; field < ORDER.length; field++) {
            if (at >= to) {
                return Outcome.MALFORMED;
            }
            int end;
            if (field == TIME) {
                end = at + TIME_BYTES;
                if (end > to || bytes[at] != '[' || bytes[end - 1] != ']' || !timestamps.readClf(line, at + 1)) {
                    return Outcome.MALFORMED;
                }
                if (end < to && bytes[end] != ' ') {
                    return Outcome.MALFORMED;
                }
            } else if (isQuoted(field) && bytes[at] == '"') {
                end = Bytes.indexOf((byte) '"', bytes, at + 1, to) + 1;
                if (end > to) {
                    return Outcome.MALFORMED;
                }
                if (end < to && bytes[end] != ' ') {
                    return Outcome.AMBIGUOUS;
                }
                take(line, field, at + 1, end - 1);
            } else {
                end = Bytes.indexOf((byte) ' ', bytes, at, to);
                if (Bytes.indexOf((byte) '"', bytes, at, end) < end) {
                    return Outcome.AMBIGUOUS;
                }
                take(line, field, at, end);
            }
            at = end + 1;
        }
        // A quote in what follows can only be the rest of a field that held one itself.
        return at < to && Bytes.indexOf((byte) '"', bytes, at, to) < to ? Outcome.AMBIGUOUS : Outcome.REQUEST;
    }

    private static void take(LogLine line, int field, int from, int to) {
        if (field == METHOD) {
            line.set(Field.METHOD, from, Bytes.indexOf((byte) ' ', line.bytes(), from, to));
        } else if (ORDER[field] != null) {
            line.set(ORDER[field], from, to);
        }
    }

    private static boolean isQuoted(int field) {
        for (int quoted : QUOTED) {
            if (field == quoted) {
                return true;
            }
        }
        return false;
    }
}
