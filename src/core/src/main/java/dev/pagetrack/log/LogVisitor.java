package dev.pagetrack.log;

/** Receives the lines of a log object, in order. */
public interface LogVisitor {

    /**
     * Called instead of all others if the object holds no page views by its nature, such as a log of another service.
     *
     * @param what what the object is, with an article
     */
    void passedOver(String what);

    /** Called when the format is recognised: once, before any line, and never for an empty object. */
    void format(LineFormat format);

    /**
     * Called for a line that is a request.
     *
     * @param line valid during this call only
     * @param number the line's number, from 1
     */
    void request(LogLine line, long number);

    /**
     * Called for a line that cannot be read as a request.
     *
     * @param number the line's number, from 1
     */
    void rejected(Rejection reason, long number);
}
