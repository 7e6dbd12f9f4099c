package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines in one buffer, and has each read by its format. */
final class LogLines {

    /** The longest line of a real log is some 20 KB: a path, a query, a referrer and an agent of 4 KB, encoded. */
    private static final int MAX_LINE = 64 * 1024;

    private final LineFormat format;
    private final LogVisitor visitor;
    private final LogLine line = new LogLine();
    private final byte[] buffer = new byte[4 * MAX_LINE];
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
        int read;
        do {
            keepFrom(takeLines());
            read = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(read, 0);
        } while (read >= 0);
        int rest = takeLines();
        if (rest < limit || skipping) {
            take(rest, limit);
        }
    }

    /** Takes all whole lines of the buffer; returns where the first that is not whole begins. */
    private int takeLines() {
        int from = 0;
        for (int end = format.end(buffer, from, limit); end < limit; end = format.end(buffer, from, limit)) {
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
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        if (end > from) {
            parse(from, end);
        }
    }

    private void parse(int from, int to) {
        switch (format.read(buffer, from, to, line)) {
            case REQUEST -> visitor.request(line, number);
            case MALFORMED -> visitor.rejected(Rejection.MALFORMED, number);
            case AMBIGUOUS -> visitor.rejected(Rejection.AMBIGUOUS_QUOTES, number);
            case DIRECTIVE -> {
                // Nobody's request.
            }
        }
    }
}
