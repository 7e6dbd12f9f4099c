package dev.pagetrack.log;

/** Is told of every line of a log object, in order. */
public interface LogVisitor {

    /** The format was recognised; called once, before any line, and never for an empty object. */
    void format(LineFormat format);

    /**
     * A request.
     *
     * @param line valid during this call only
     * @param number the line's number, from 1
     */
    void request(LogLine line, long number);

    /**
     * A line that does not read as a request.
     *
     * @param number the line's number, from 1
     */
    void rejected(Rejection reason, long number);
}
