package dev.pagetrack.log;

/** A log object that is damaged or is no log. The message names it, says what is wrong, and the way out. */
public class UnreadableLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableLogException(String message) {
        super(message);
    }
}
