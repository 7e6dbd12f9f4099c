package dev.pagetrack.log;

/** A web server's log has a column of which pagetrack cannot tell what it holds. The message names it and its value. */
final class UnknownColumnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownColumnException(String message) {
        super(message, null, false, false);
    }
}
