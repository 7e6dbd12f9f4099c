package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The fast path of {@link CombinedLines} for lines that have the usual layout, as nearly all lines have: no user, no
 * escape sequence, a path as the request target, a referrer and a user agent. For such a line it sets the same fields
 * as {@link CombinedLines}, which reads all other lines itself.
 *
 * <p>Low-level because every line passes through here. It finds all delimiters in one pass, instead of one pass for
 * each of some twenty fields, quotes and escape sequences.
 */
final class CombinedFastPath {

    /** The delimiters of {@code host - - [day time zone] "GET / HTTP/1.1" 200 1 "}. */
    private static final byte[] LAYOUT = "     \"  \"   \"".getBytes(US_ASCII);

    private static final int TIME_BYTES = "[03/May/2026:12:17:39 +0000]".length();
    private static final AsciiLiteral HTTP = AsciiLiteral.of("HTTP/");

    // The numbers of the delimiters.
    private static final int HOST_END = 0;
    private static final int IDENTITY_END = 1;
    private static final int USER_END = 2;
    private static final int TIME_END = 4;
    private static final int REQUEST = 5;
    private static final int METHOD_END = 6;
    private static final int TARGET_END = 7;
    private static final int REQUEST_END = 8;
    private static final int STATUS = 9;
    private static final int STATUS_END = 10;
    private static final int SIZE_END = 11;
    private static final int REFERRER = 12;

    private final Timestamps timestamps;
    private final Delimiters delimiters = new Delimiters(' ', '"', '\\');

    CombinedFastPath(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    /** See {@link LineFormat#lineEnd}. */
    int lineEnd(byte[] bytes, int from, int limit) {
        return delimiters.scan(bytes, from, limit);
    }

    /** Sets the fields of a line; false if it has another layout, and then its fields are undefined. */
    boolean read(LogLine line) {
        byte[] bytes = line.bytes();
        delimiters.prepare(line);
        return hasUsualLayout(bytes)
                && timestamps.readClf(line, delimiters.at(USER_END) + 2)
                && readRequest(line)
                && isStatusAndSize(bytes)
                && readReferrerAndAgent(line);
    }

    private boolean hasUsualLayout(byte[] bytes) {
        if (delimiters.count() <= REFERRER) {
            return false;
        }
        for (int i = 0; i <= REFERRER; i++) {
            if (bytes[delimiters.at(i)] != LAYOUT[i]) {
                return false;
            }
        }
        int user = delimiters.at(IDENTITY_END) + 1;
        int time = user + 2;
        return bytes[user - 2] != ',' // a list of addresses, as CombinedLines reads it
                && delimiters.at(USER_END) == user + 1
                && bytes[user] == '-'
                && bytes[time] == '['
                && delimiters.at(TIME_END) == time + TIME_BYTES
                && bytes[time + TIME_BYTES - 1] == ']'
                && isAdjacent(REQUEST)
                && isAdjacent(STATUS)
                && isAdjacent(REFERRER);
    }

    /** Whether a delimiter directly follows the delimiter before it. */
    private boolean isAdjacent(int delimiter) {
        return delimiters.at(delimiter) == delimiters.fieldBefore(delimiter);
    }

    private boolean readRequest(LogLine line) {
        byte[] bytes = line.bytes();
        int target = delimiters.fieldBefore(TARGET_END);
        int protocol = delimiters.fieldBefore(REQUEST_END);
        if (isAdjacent(METHOD_END)
                || bytes[target] != '/'
                || delimiters.at(REQUEST_END) - protocol < HTTP.length
                || !HTTP.matches(bytes, protocol, protocol + HTTP.length)) {
            return false;
        }
        int clientEnd = delimiters.at(HOST_END);
        if (bytes[line.start()] == '[' || ByteRanges.indexOf((byte) ',', bytes, line.start(), clientEnd) < clientEnd) {
            return false;
        }
        line.set(Field.ADDRESS, line.start(), clientEnd);
        line.set(Field.METHOD, delimiters.fieldBefore(METHOD_END), delimiters.at(METHOD_END));
        line.set(Field.PATH, target, ByteRanges.indexOf((byte) '?', bytes, target, delimiters.at(TARGET_END)));
        line.set(Field.PROTOCOL_VERSION, protocol, delimiters.at(REQUEST_END));
        line.set(Field.STATUS, delimiters.fieldBefore(STATUS_END), delimiters.at(STATUS_END));
        line.unset(Field.HOST);
        return true;
    }

    private boolean isStatusAndSize(byte[] bytes) {
        int status = delimiters.fieldBefore(STATUS_END);
        int size = delimiters.fieldBefore(SIZE_END);
        int sizeEnd = delimiters.at(SIZE_END);
        return size == status + 4
                && areDigits(bytes, status, status + 3)
                && sizeEnd > size
                && ((bytes[size] == '-' && sizeEnd == size + 1) || areDigits(bytes, size, sizeEnd));
    }

    private static boolean areDigits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i == to;
    }

    private boolean readReferrerAndAgent(LogLine line) {
        byte[] bytes = line.bytes();
        int referrerEnd = closingQuote(bytes, REFERRER);
        int agent = referrerEnd + 2;
        if (agent >= delimiters.count()
                || !isAdjacent(agent - 1)
                || bytes[delimiters.at(agent - 1)] != ' '
                || !isAdjacent(agent)
                || bytes[delimiters.at(agent)] != '"') {
            return false;
        }
        int agentEnd = closingQuote(bytes, agent);
        int end = delimiters.at(agentEnd) + 1;
        if (agentEnd >= delimiters.count() || (end < line.end() && bytes[end] != ' ')) {
            return false;
        }
        line.set(Field.REFERRER, delimiters.at(REFERRER) + 1, delimiters.at(referrerEnd));
        line.set(Field.USER_AGENT, delimiters.at(agent) + 1, delimiters.at(agentEnd));
        return true;
    }

    /**
     * The number of the quote that closes a field without escape sequences; the count of delimiters if there is none.
     */
    private int closingQuote(byte[] bytes, int opening) {
        int count = delimiters.count();
        int i = opening + 1;
        while (i < count && bytes[delimiters.at(i)] == ' ') {
            i++;
        }
        return i < count && bytes[delimiters.at(i)] == '"' ? i : count;
    }
}
