package dev.pagetrack.log;

/**
 * The lines of an Application Load Balancer's access log. They have no request id that could be trusted: the trace id is
 * the client's, if it sends one. And no referrer.
 */
final class LoadBalancerLines implements LineFormat {

    // The fields that matter, by their places.
    private static final int TIME = 1;
    private static final int CLIENT = 3;
    private static final int STATUS = 8;
    private static final int REQUEST = 12;
    private static final int USER_AGENT = 13;

    private final Timestamps timestamps = new Timestamps();

    @Override
    public String name() {
        return "alb";
    }

    @Override
    public int pathDecodings() {
        return 1;
    }

    @Override
    public Outcome read(LogLine line) {
        line.clear();
        byte[] bytes = line.bytes();
        int to = line.end();
        int field = 0;
        // All fields, also those after the last that matters: a quote out of place there is one that began earlier.
        for (int at = line.start(); at <= to; field++) {
            boolean quoted = at < to && bytes[at] == '"';
            int end = quoted ? HttpdEscapes.closingQuote(bytes, at, to) + 1 : ByteRanges.indexOf((byte) ' ', bytes, at, to);
            if (end > to) {
                return Outcome.MALFORMED;
            }
            if (quoted ? end < to && bytes[end] != ' ' : ByteRanges.indexOf((byte) '"', bytes, at, end) < end) {
                return Outcome.AMBIGUOUS;
            }
            boolean read = quoted ? takeQuoted(line, field, at + 1, end - 1) : take(line, field, at, end);
            if (!read) {
                return Outcome.MALFORMED;
            }
            at = end + 1;
        }
        return field > USER_AGENT && unescape(line) ? Outcome.REQUEST : Outcome.MALFORMED;
    }

    private boolean take(LogLine line, int field, int from, int to) {
        switch (field) {
            case TIME -> {
                return timestamps.readInstant(line, from, to);
            }
            case CLIENT -> takeClient(line, from, RequestLine.beforePort(line.bytes(), from, to));
            case STATUS -> line.set(Field.STATUS, from, to);
            default -> {
                return field != REQUEST && field != USER_AGENT;
            }
        }
        return true;
    }

    private static void takeClient(LogLine line, int from, int to) {
        boolean brackets = to - from > 2 && line.bytes()[from] == '[' && line.bytes()[to - 1] == ']';
        line.set(Field.ADDRESS, brackets ? from + 1 : from, brackets ? to - 1 : to);
    }

    private static boolean takeQuoted(LogLine line, int field, int from, int to) {
        if (field == USER_AGENT) {
            line.set(Field.USER_AGENT, from, to);
        }
        return field == REQUEST ? RequestLine.read(line, from, to) : field > REQUEST;
    }

    private static boolean unescape(LogLine line) {
        return line.unescape(Field.PATH, HttpdEscapes::unescape)
                && line.unescape(Field.HOST, HttpdEscapes::unescape)
                && line.unescape(Field.USER_AGENT, HttpdEscapes::unescape);
    }
}
