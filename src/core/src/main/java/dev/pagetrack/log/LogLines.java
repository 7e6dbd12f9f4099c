package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;

/** Splits a stream into lines in one buffer, reads each line with the format, and reports it to the visitor. */
final class LogLines {

    /**
     * Longer lines are rejected. Real lines have at most some 20 KB: path, query, referrer and agent of 4 KB each,
     * encoded.
     */
    private static final int MAX_LINE = 64 * 1024;

    private static final int CAPACITY = 4 * MAX_LINE;

    private final LineFormat format;
    private final LogVisitor visitor;

    /** Has room for one more block after the bytes that were read, because lines are scanned in blocks. */
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
        discardBefore(readDirectives());
        int read;
        do {
            discardBefore(readLines());
            read = in.read(buffer, limit, CAPACITY - limit);
            limit += Math.max(read, 0);
        } while (read >= 0);
        int rest = readLines();
        if (rest < limit || skipping) {
            readLine(rest, limit);
        }
    }

    /**
     * Reads the directives at the beginning of a log; returns where the first other line begins. {@link #readLines}
     * could read them, too, but HotSpot compiles that method as if there were no directives, and recompiles it after
     * each one.
     */
    private int readDirectives() {
        int from = 0;
        for (int end = format.lineEnd(buffer, 0, limit); end < limit; end = format.lineEnd(buffer, from, limit)) {
            line.moveTo(withoutMark(from, end), withoutReturn(from, end));
            if (line.end() > line.start() && !format.readDirective(line)) {
                break;
            }
            number++;
            from = end + 1;
        }
        return from;
    }

    /** Reads all complete lines in the buffer; returns where the incomplete line after them begins. */
    private int readLines() {
        int from = 0;
        for (int end = format.lineEnd(buffer, from, limit); end < limit; end = format.lineEnd(buffer, from, limit)) {
            readLine(from, end);
            from = end + 1;
        }
        return from;
    }

    private void discardBefore(int from) {
        if (limit - from > MAX_LINE) {
            skipping = true;
            limit = 0;
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
    }

    private void readLine(int from, int to) {
        number++;
        if (skipping || to - from > MAX_LINE) {
            skipping = false;
            visitor.rejected(Rejection.LINE_TOO_LONG, number);
            return;
        }
        line.moveTo(withoutMark(from, to), withoutReturn(from, to));
        if (line.end() > line.start() && !format.readDirective(line)) {
            report(format.read(line));
        }
    }

    /** Where a line begins, without the byte order mark that is there if files with one were joined. */
    private int withoutMark(int from, int to) {
        return to > from
                        && buffer[from] == LogBeginning.BYTE_ORDER_MARK[0]
                        && ByteRanges.startsWith(buffer, from, to, LogBeginning.BYTE_ORDER_MARK)
                ? from + LogBeginning.BYTE_ORDER_MARK.length
                : from;
    }

    private int withoutReturn(int from, int to) {
        return to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    }

    private void report(LineFormat.Outcome outcome) {
        if (outcome == LineFormat.Outcome.REQUEST) {
            visitor.request(line, number);
        } else {
            boolean malformed = outcome == LineFormat.Outcome.MALFORMED;
            visitor.rejected(malformed ? Rejection.MALFORMED : Rejection.AMBIGUOUS_QUOTES, number);
        }
    }
}
