package dev.pagetrack.log;

import java.util.List;

/** Reads the lines of one log object. A line may set state that applies to the lines after it. Not thread-safe. */
public interface LineFormat {

    /** The result of reading a line. */
    enum Outcome {
        /** A request. Its fields are set in the line. */
        REQUEST,
        /** See {@link Rejection#MALFORMED}. */
        MALFORMED,
        /** See {@link Rejection#AMBIGUOUS_QUOTES}. */
        AMBIGUOUS
    }

    /** The format's name in reports and in the table. */
    String name();

    /** How often {@link Field#PATH} is percent-encoded in this format. */
    int pathDecodings();

    /** Whether the format has user agents. Without them, people cannot be distinguished from programs. */
    default boolean hasUserAgent() {
        return true;
    }

    /**
     * Whether {@link Field#PROTOCOL_VERSION} and {@link Field#TLS_PROTOCOL} are those of the client, and a client that
     * can speaks HTTP/2. A web server or S3 may have spoken with a proxy instead, and may not offer HTTP/2.
     */
    default boolean hasClientVersions() {
        return false;
    }

    /** The names of the fields that this log lacks and that are needed to decide whether a request is a view. */
    default List<String> missingFields() {
        return List.of();
    }

    /**
     * The end of the line that begins at an index: its line feed, or {@code limit} if there is none before. A format
     * may store what it finds on the way, and use it when that line is {@linkplain #read read} next.
     */
    default int lineEnd(byte[] bytes, int from, int limit) {
        return ByteRanges.indexOf((byte) '\n', bytes, from, limit);
    }

    /**
     * Reads a line about the log itself, such as {@code #Fields}. It is not a request and is not counted as a line.
     *
     * @param line not empty
     * @return false if the line is not a directive
     */
    default boolean readDirective(LogLine line) {
        return false;
    }

    /** Reads any other line, and sets its fields. */
    Outcome read(LogLine line);
}
