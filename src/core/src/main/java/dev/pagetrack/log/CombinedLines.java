package dev.pagetrack.log;

/** Reads the lines of a web server's log in the format "combined" or "common". They have no request id. */
final class CombinedLines implements LineFormat {

    private static final int TIME_BYTES = "[03/May/2026:12:17:39 +0000]".length();

    private final boolean combined;
    private final Timestamps timestamps = new Timestamps();
    private final CombinedFastPath fastPath = new CombinedFastPath(timestamps);

    CombinedLines(boolean combined) {
        this.combined = combined;
    }

    @Override
    public String name() {
        return combined ? "combined" : "common";
    }

    @Override
    public int pathDecodings() {
        return 1;
    }

    @Override
    public boolean hasUserAgent() {
        return combined;
    }

    @Override
    public int lineEnd(byte[] bytes, int from, int limit) {
        return fastPath.lineEnd(bytes, from, limit);
    }

    @Override
    public Outcome read(LogLine line) {
        return fastPath.read(line) ? Outcome.REQUEST : readAny(line);
    }

    private Outcome readAny(LogLine line) {
        line.clear();
        byte[] bytes = line.bytes();
        int to = line.end();
        int request = readClientAndTime(line);
        int requestEnd = request < 0 ? to : quotedEnd(bytes, request, to);
        if (requestEnd >= to || !RequestLine.read(line, request + 1, requestEnd - 1)) {
            return Outcome.MALFORMED;
        }
        int size = readStatus(line, requestEnd);
        return size > 0 && readReferrerAndAgent(line, size) && unescape(line) ? Outcome.REQUEST : Outcome.MALFORMED;
    }

    /** Reads host, identity, user and time; returns the index where the quoted request should begin, or -1. */
    private int readClientAndTime(LogLine line) {
        byte[] bytes = line.bytes();
        int to = line.end();
        int host = ByteRanges.indexOf((byte) ' ', bytes, line.start(), to);
        int identity = host < to ? ByteRanges.indexOf((byte) ' ', bytes, host + 1, to) : to;
        int time = identity < to ? ByteRanges.indexOf((byte) '[', bytes, identity + 1, to) : to;
        int end = time + TIME_BYTES;
        if (end >= to || bytes[end - 1] != ']' || bytes[end] != ' ' || !timestamps.readClf(line, time + 1)) {
            return -1;
        }
        line.set(Field.ADDRESS, line.start(), host);
        boolean noIdentity = identity == host + 2 && bytes[host + 1] == '-';
        return isUser(bytes, identity + 1, time - 1, noIdentity) ? end + 1 : -1;
    }

    /** A user name may contain blanks, but only if there is no identity that could be taken for a part of it. */
    private static boolean isUser(byte[] bytes, int from, int to, boolean noIdentity) {
        return to > from
                && bytes[to] == ' '
                && ByteRanges.indexOf((byte) '"', bytes, from, to) == to
                && (noIdentity || ByteRanges.indexOf((byte) ' ', bytes, from, to) == to);
    }

    /**
     * Where a quoted field ends, after its closing quote; beyond the end of the line if it is not closed or not quoted.
     */
    private static int quotedEnd(byte[] bytes, int from, int to) {
        return from < to && bytes[from] == '"' ? HttpdEscapes.closingQuote(bytes, from, to) + 1 : to + 1;
    }

    /** Reads the status and skips the size, which may be {@code -}; returns where the size ends, or -1. */
    private static int readStatus(LogLine line, int from) {
        byte[] bytes = line.bytes();
        int to = line.end();
        int status = from + 1;
        int size = status + 4;
        if (size >= to || bytes[from] != ' ' || ByteRanges.digits(bytes, status, 3) < 0 || bytes[size - 1] != ' ') {
            return -1;
        }
        line.set(Field.STATUS, status, size - 1);
        int end = ByteRanges.indexOf((byte) ' ', bytes, size, to);
        return end > size && (bytes[size] == '-' ? end == size + 1 : areDigits(bytes, size, end)) ? end : -1;
    }

    private static boolean areDigits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && ByteRanges.digits(bytes, i, 1) >= 0) {
            i++;
        }
        return i == to;
    }

    /** Reads referrer and user agent, both quoted; servers may add more fields after them. */
    private boolean readReferrerAndAgent(LogLine line, int from) {
        byte[] bytes = line.bytes();
        int to = line.end();
        int referrer = quotedEnd(bytes, from + 1, to);
        int agent = referrer < to && bytes[referrer] == ' ' ? quotedEnd(bytes, referrer + 1, to) : to + 1;
        if (agent > to || (agent < to && bytes[agent] != ' ')) {
            return !combined;
        }
        line.set(Field.REFERRER, from + 2, referrer - 1);
        line.set(Field.USER_AGENT, referrer + 2, agent - 1);
        return true;
    }

    private static boolean unescape(LogLine line) {
        return line.unescape(Field.PATH, HttpdEscapes::unescape)
                && line.unescape(Field.HOST, HttpdEscapes::unescape)
                && line.unescape(Field.REFERRER, HttpdEscapes::unescape)
                && line.unescape(Field.USER_AGENT, HttpdEscapes::unescape);
    }
}
