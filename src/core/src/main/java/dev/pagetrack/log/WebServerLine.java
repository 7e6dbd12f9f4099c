package dev.pagetrack.log;

/** Finds the parts that each line of a web server's log has: time, request, status and size. */
final class WebServerLine {

    private static final int TIME_BYTES = "[03/May/2026:12:17:39 +0000]".length();

    private final Timestamps timestamps = new Timestamps();
    private final WebServerTokens tokens = new WebServerTokens();
    private int leadEnd;
    private boolean valid;

    /**
     * Sets the fields of these parts of a line.
     *
     * @return false if it has not all of them; its request need not be {@linkplain #isValid valid}
     */
    boolean read(LogLine line) {
        byte[] bytes = line.bytes();
        int to = line.end();
        leadEnd = timeStart(bytes, line.start(), to);
        int end = leadEnd + TIME_BYTES;
        if (end >= to || bytes[end - 1] != ']' || bytes[end] != ' ' || !timestamps.readClf(line, leadEnd + 1)) {
            return false;
        }
        tokens.begin(bytes, end, to);
        if (!tokens.next() || !tokens.isQuoted()) {
            return false;
        }
        valid = RequestLine.read(line, tokens.from(), tokens.to());
        return readStatus(line) && readSize(bytes);
    }

    /** The index of the bracket before the time. Addresses before it may have brackets, too. */
    private static int timeStart(byte[] bytes, int from, int to) {
        int at = ByteRanges.indexOf((byte) '[', bytes, from, to);
        while (at < to && (at == from || bytes[at - 1] != ' ' || isAddress(bytes, at, to))) {
            at = ByteRanges.indexOf((byte) '[', bytes, at + 1, to);
        }
        return at;
    }

    private static boolean isAddress(byte[] bytes, int bracket, int to) {
        int end = ByteRanges.indexOf((byte) ']', bytes, bracket, to);
        return ClientAddresses.is(bytes, bracket + 1, end);
    }

    private boolean readStatus(LogLine line) {
        boolean status = tokens.next()
                && !tokens.isQuoted()
                && tokens.to() == tokens.from() + 3
                && ByteRanges.digits(line.bytes(), tokens.from(), 3) >= 0;
        if (status) {
            line.set(Field.STATUS, tokens.from(), tokens.to());
        }
        return status;
    }

    /** Reads the size, which may be {@code -}. */
    private boolean readSize(byte[] bytes) {
        if (!tokens.next() || tokens.isQuoted()) {
            return false;
        }
        int from = tokens.from();
        return (tokens.to() == from + 1 && bytes[from] == '-') || areDigits(bytes, from, tokens.to());
    }

    private static boolean areDigits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && ByteRanges.digits(bytes, i, 1) >= 0) {
            i++;
        }
        return i == to;
    }

    /** Where the columns before the time end. */
    int leadEnd() {
        return leadEnd;
    }

    /** Whether the request is an HTTP request. */
    boolean isValid() {
        return valid;
    }

    /** The columns after the size. */
    WebServerTokens tail() {
        return tokens;
    }
}
