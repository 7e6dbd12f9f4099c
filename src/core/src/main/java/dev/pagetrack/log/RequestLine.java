package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Reads the first line of an HTTP request, which logs quote: {@code GET /blog/?q=1 HTTP/1.1}, or with an absolute URL.
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
     * Sets {@link Field#METHOD}, {@link Field#PATH} without the query, {@link Field#PROTOCOL_VERSION} and, for a URL,
     * {@link Field#HOST} without the port.
     *
     * @return false if it is not an HTTP request, or a GET of something other than a path or an HTTP URL
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
        line.set(Field.PROTOCOL_VERSION, protocol, to);
        // The target of CONNECT and OPTIONS need not be a path.
        return readTarget(line, target, targetEnd) || !line.is(Field.METHOD, GET);
    }

    private static boolean isProtocol(byte[] bytes, int from, int to) {
        return ByteRanges.startsWith(bytes, from, to, PROTOCOL)
                && ByteRanges.indexOf((byte) ' ', bytes, from, to) == to;
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

    /** Sets the host; returns where it ends, port included. */
    private static int readHost(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int end = ByteRanges.indexOf((byte) '/', bytes, from, ByteRanges.indexOf((byte) '?', bytes, from, to));
        line.set(Field.HOST, from, portStart(bytes, from, end));
        return end;
    }

    /** The index of the colon before the port of an address; the end if there is no port. */
    static int portStart(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] >= '0' && bytes[i - 1] <= '9') {
            i--;
        }
        return i > from && bytes[i - 1] == ':' ? i - 1 : to;
    }
}
