package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The first line of an HTTP request, as logs quote it: {@code GET /blog/?q=1 HTTP/1.1}, or with a whole URL.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3">RFC 9112, section 3</a>
 */
final class RequestLine {

    private static final AsciiLiteral GET = AsciiLiteral.of("GET");
    private static final byte[] PROTOCOL = "HTTP/".getBytes(US_ASCII);
    private static final byte[] HTTP = "http://".getBytes(US_ASCII);
    private static final byte[] HTTPS = "https://".getBytes(US_ASCII);

    private RequestLine() {}

    /**
     * Finds {@link Field#METHOD}, {@link Field#PATH} without the query and, of a URL, {@link Field#HOST} without the port.
     *
     * @return false if it is none of HTTP, or a GET for what is no path
     */
    static boolean read(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int method = ByteRanges.indexOf((byte) ' ', bytes, from, to);
        int target = method + 1;
        int targetEnd = target > to ? to : ByteRanges.indexOf((byte) ' ', bytes, target, to);
        int protocol = targetEnd + 1;
        if (method == from || protocol > to || !isProtocol(bytes, protocol, to)) {
            return false;
        }
        line.set(Field.METHOD, from, method);
        // CONNECT and OPTIONS may ask for what is no path.
        return readTarget(line, target, targetEnd) || !line.is(Field.METHOD, GET);
    }

    private static boolean isProtocol(byte[] bytes, int from, int to) {
        return ByteRanges.startsWith(bytes, from, to, PROTOCOL) && ByteRanges.indexOf((byte) ' ', bytes, from, to) == to;
    }

    private static boolean readTarget(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int path = from;
        if (ByteRanges.startsWith(bytes, from, to, HTTP)) {
            path = readHost(line, from + HTTP.length, to);
        } else if (ByteRanges.startsWith(bytes, from, to, HTTPS)) {
            path = readHost(line, from + HTTPS.length, to);
        } else if (from == to || bytes[from] != '/') {
            return false;
        }
        line.set(Field.PATH, path, ByteRanges.indexOf((byte) '?', bytes, path, to));
        return true;
    }

    /** Finds the host; returns where what follows it begins. */
    private static int readHost(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int end = ByteRanges.indexOf((byte) '/', bytes, from, ByteRanges.indexOf((byte) '?', bytes, from, to));
        line.set(Field.HOST, from, beforePort(bytes, from, end));
        return end;
    }

    /** Where the port of an address begins with its colon; the end if there is none. */
    static int beforePort(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] >= '0' && bytes[i - 1] <= '9') {
            i--;
        }
        return i > from && bytes[i - 1] == ':' ? i - 1 : to;
    }
}
