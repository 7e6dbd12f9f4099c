package dev.pagetrack.log;

/**
 * Reads the lines of an Application Load Balancer's access log. They have no referrer. They have no reliable request id
 * either: if the client sends a trace id, the log holds that one.
 */
final class LoadBalancerLines implements LineFormat {

    // The indexes of the fields that pagetrack uses.
    private static final int TIME = 1;
    private static final int CLIENT = 3;
    private static final int STATUS = 8;
    private static final int REQUEST = 12;
    private static final int USER_AGENT = 13;
    private static final int TLS_CIPHER = 14;
    private static final int TLS_PROTOCOL = 15;

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
        // Checks the fields after the last needed one, too: a misplaced quote there shows that an earlier field held
        // one.
        for (int at = line.start(); at <= to; field++) {
            boolean quoted = at < to && bytes[at] == '"';
            int end = quoted
                    ? HttpdEscapes.closingQuote(bytes, at, to) + 1
                    : ByteRanges.indexOf((byte) ' ', bytes, at, to);
            if (end > to) {
                return Outcome.MALFORMED;
            }
            if (quoted ? end < to && bytes[end] != ' ' : ByteRanges.indexOf((byte) '"', bytes, at, end) < end) {
                return Outcome.AMBIGUOUS;
            }
            boolean read = quoted ? setQuoted(line, field, at + 1, end - 1) : setUnquoted(line, field, at, end);
            if (!read) {
                return Outcome.MALFORMED;
            }
            at = end + 1;
        }
        return field > USER_AGENT && unescape(line) ? Outcome.REQUEST : Outcome.MALFORMED;
    }

    private boolean setUnquoted(LogLine line, int field, int from, int to) {
        switch (field) {
            case TIME -> {
                return timestamps.readInstant(line, from, to);
            }
            case CLIENT -> setAddress(line, from, RequestLine.portStart(line.bytes(), from, to));
            case STATUS -> line.set(Field.STATUS, from, to);
            case TLS_CIPHER -> line.set(Field.TLS_CIPHER, from, to);
            case TLS_PROTOCOL -> line.set(Field.TLS_PROTOCOL, from, to);
            default -> {
                return field != REQUEST && field != USER_AGENT;
            }
        }
        return true;
    }

    private static void setAddress(LogLine line, int from, int to) {
        boolean brackets = to - from > 2 && line.bytes()[from] == '[' && line.bytes()[to - 1] == ']';
        line.set(Field.ADDRESS, brackets ? from + 1 : from, brackets ? to - 1 : to);
    }

    private static boolean setQuoted(LogLine line, int field, int from, int to) {
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
