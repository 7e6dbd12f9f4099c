package dev.pagetrack.log;

/** Reads the lines of a web server's log, according to its layout. They have no request id. */
final class CombinedLines implements LineFormat {

    private final boolean usual;
    private final LeadColumns lead;
    private final TailColumns tail;
    private final WebServerLine parts = new WebServerLine();
    private final CombinedFastPath fastPath = new CombinedFastPath(new Timestamps());

    CombinedLines(WebServerLayout layout) {
        lead = new LeadColumns(layout.lead());
        tail = new TailColumns(layout.tail());
        usual = lead.isUsual() && tail.isUsual();
    }

    @Override
    public String name() {
        return tail.hasUserAgent() ? "combined" : "common";
    }

    @Override
    public int pathDecodings() {
        return 1;
    }

    @Override
    public boolean hasUserAgent() {
        return tail.hasUserAgent();
    }

    @Override
    public int lineEnd(byte[] bytes, int from, int limit) {
        return usual ? fastPath.lineEnd(bytes, from, limit) : LineFormat.super.lineEnd(bytes, from, limit);
    }

    @Override
    public Outcome read(LogLine line) {
        return usual && fastPath.read(line) ? Outcome.REQUEST : readAny(line);
    }

    /** Reads a line without the fast path. */
    Outcome readAny(LogLine line) {
        line.clear();
        return parts.read(line)
                        && parts.isValid()
                        && lead.read(line, line.start(), parts.leadEnd())
                        && tail.read(line, parts.tail())
                        && unescape(line)
                ? Outcome.REQUEST
                : Outcome.MALFORMED;
    }

    private static boolean unescape(LogLine line) {
        return line.unescape(Field.PATH, HttpdEscapes::unescape)
                && line.unescape(Field.HOST, HttpdEscapes::unescape)
                && line.unescape(Field.REFERRER, HttpdEscapes::unescape)
                && line.unescape(Field.USER_AGENT, HttpdEscapes::unescape);
    }
}
