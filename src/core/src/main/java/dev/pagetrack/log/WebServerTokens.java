package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Cuts a range of a web server's log line into columns: words between blanks, and quoted texts. A list of addresses may
 * have blanks after its commas.
 */
final class WebServerTokens {

    private static final byte[] UNKNOWN = "unknown".getBytes(US_ASCII);

    private byte[] bytes = {};
    private int at;
    private int limit;
    private int from;
    private int to;
    private boolean quoted;

    void begin(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.limit = to;
    }

    /** Moves to the next column; false if there is none, or if a quote is not closed before a blank. */
    boolean next() {
        while (at < limit && bytes[at] == ' ') {
            at++;
        }
        if (at == limit) {
            return false;
        }
        quoted = bytes[at] == '"';
        if (quoted) {
            from = at + 1;
            to = HttpdEscapes.closingQuote(bytes, at, limit);
            at = to + 1;
            return to < limit && (at == limit || bytes[at] == ' ');
        }
        from = at;
        to = wordEnd();
        at = to;
        return true;
    }

    private int wordEnd() {
        int end = ByteRanges.indexOf((byte) ' ', bytes, at, limit);
        int part = at;
        while (end < limit - 1 && bytes[end - 1] == ',' && isListed(part, end - 1)) {
            part = end + 1;
            end = ByteRanges.indexOf((byte) ' ', bytes, part, limit);
        }
        return end;
    }

    /** Whether a word may stand before the comma in a list of addresses. */
    private boolean isListed(int start, int end) {
        int last = end;
        int first = start;
        for (int i = start; i < end; i++) {
            first = bytes[i] == ',' ? i + 1 : first;
        }
        return ClientAddresses.isWithPort(bytes, first, last)
                || (last - first == 1 && bytes[first] == '-')
                || ByteRanges.equals(bytes, first, last, UNKNOWN);
    }

    /** Whether there is nothing left but blanks. */
    boolean atEnd() {
        int i = at;
        while (i < limit && bytes[i] == ' ') {
            i++;
        }
        return i == limit;
    }

    /** Where the column begins; after its quote, if it is quoted. */
    int from() {
        return from;
    }

    /** Where the column ends, exclusive; before its quote, if it is quoted. */
    int to() {
        return to;
    }

    boolean isQuoted() {
        return quoted;
    }
}
