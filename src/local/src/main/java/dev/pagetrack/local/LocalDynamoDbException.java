package dev.pagetrack.local;

/** Thrown when DynamoDB Local cannot be opened, served or closed. The message says why, and what to do. */
public final class LocalDynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception without a cause.
     *
     * @param message what is wrong, and what to do
     */
    public LocalDynamoDbException(String message) {
        super(message);
    }

    /**
     * An exception with a cause.
     *
     * @param message what is wrong, and what to do
     * @param cause the exception of DynamoDB Local, its server or the file system
     */
    public LocalDynamoDbException(String message, Throwable cause) {
        super(message, cause);
    }
}
