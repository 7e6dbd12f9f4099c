package dev.pagetrack.log;

/** A log object is damaged or is not a log. The message names the object and says what is wrong and what to do. */
public class UnreadableLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableLogException(String message) {
        super(message);
    }
}
