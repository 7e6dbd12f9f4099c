package dev.pagetrack.log;

import java.util.List;

/** How the lines of one log object read. It may remember what a line said of those after it. Not thread-safe. */
public interface LineFormat {

    /** What became of a line. */
    enum Outcome {
        /** A request, its fields now in the line. */
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

    /** Whether the format has user agents at all: without them, readers cannot be told from programs. */
    default boolean hasUserAgent() {
        return true;
    }

    /** The fields without which no line can be told from a view, and that this log does not have, by their names. */
    default List<String> missingFields() {
        return List.of();
    }

    /**
     * Where the line that begins at an index ends: at its line feed, or at {@code limit} if there is none before. A format
     * may remember what it passes, for when that line is {@linkplain #read read} next.
     */
    default int lineEnd(byte[] bytes, int from, int limit) {
        return ByteRanges.indexOf((byte) '\n', bytes, from, limit);
    }

    /**
     * Reads a line about the log itself, such as {@code #Fields}: nobody's request, and not counted as a line.
     *
     * @param line not empty
     * @return false if the line is none of that kind
     */
    default boolean readDirective(LogLine line) {
        return false;
    }

    /** Reads any other line of this format into its fields. */
    Outcome read(LogLine line);
}
