package dev.pagetrack.stats;

/**
 * Thrown when the figures cannot be read: no table, no network, no permission. The message says which, and what to do.
 */
public final class StatisticsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StatisticsUnavailableException(String message) {
        super(message);
    }

    public StatisticsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
