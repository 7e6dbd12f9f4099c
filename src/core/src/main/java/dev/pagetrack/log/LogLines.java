package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines in one buffer, and has each read by its format. */
final class LogLines {

    /** The longest line of a real log is some 20 KB: a path, a query, a referrer and an agent of 4 KB, encoded. */
    private static final int MAX_LINE = 64 * 1024;

    private static final int CAPACITY = 4 * MAX_LINE;

    private final LineFormat format;
    private final LogVisitor visitor;

    /** Lines are scanned in blocks: behind what was read last there is room for one. */
    private final byte[] buffer = new byte[CAPACITY + ByteRanges.BLOCK];

    private final LogLine line = new LogLine(buffer);
    private int limit;
    private long number;
    private boolean skipping;

    LogLines(LineFormat format, LogVisitor visitor) {
        this.format = format;
        this.visitor = visitor;
    }

    /** Reads the lines of the head and of the stream that continues it. */
    void read(byte[] head, InputStream in) throws IOException {
        System.arraycopy(head, 0, buffer, 0, head.length);
        limit = head.length;
        keepFrom(takeDirectives());
        int read;
        do {
            keepFrom(takeLines());
            read = in.read(buffer, limit, CAPACITY - limit);
            limit += Math.max(read, 0);
        } while (read >= 0);
        int rest = takeLines();
        if (rest < limit || skipping) {
            take(rest, limit);
        }
    }

    /**
     * Takes the directives with which a log begins; returns where the first other line begins. They would be taken with
     * all lines, too, but HotSpot compiles those as if none came, and anew after each that comes.
     */
    private int takeDirectives() {
        int from = 0;
        for (int end = format.lineEnd(buffer, 0, limit); end < limit; end = format.lineEnd(buffer, from, limit)) {
            line.moveTo(from, withoutReturn(from, end));
            if (line.end() > from && !format.readDirective(line)) {
                break;
            }
            number++;
            from = end + 1;
        }
        return from;
    }

    /** Takes all whole lines of the buffer; returns where the first that is not whole begins. */
    private int takeLines() {
        int from = 0;
        for (int end = format.lineEnd(buffer, from, limit); end < limit; end = format.lineEnd(buffer, from, limit)) {
            take(from, end);
            from = end + 1;
        }
        return from;
    }

    private void keepFrom(int from) {
        if (limit - from > MAX_LINE) {
            skipping = true;
            limit = 0;
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
    }

    private void take(int from, int to) {
        number++;
        if (skipping || to - from > MAX_LINE) {
            skipping = false;
            visitor.rejected(Rejection.LINE_TOO_LONG, number);
            return;
        }
        line.moveTo(from, withoutReturn(from, to));
        if (line.end() > from && !format.readDirective(line)) {
            tell(format.read(line));
        }
    }

    private int withoutReturn(int from, int to) {
        return to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    }

    private void tell(LineFormat.Outcome outcome) {
        if (outcome == LineFormat.Outcome.REQUEST) {
            visitor.request(line, number);
        } else {
            boolean malformed = outcome == LineFormat.Outcome.MALFORMED;
            visitor.rejected(malformed ? Rejection.MALFORMED : Rejection.AMBIGUOUS_QUOTES, number);
        }
    }
}
