package dev.pagetrack.local;

/** DynamoDB Local could not be opened, served or closed; the message says why, and what to do about it. */
public final class LocalDynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception with no other behind it.
     *
     * @param message what is wrong, and the way out
     */
    public LocalDynamoDbException(String message) {
        super(message);
    }

    /**
     * An exception that another one caused.
     *
     * @param message what is wrong, and the way out
     * @param cause what DynamoDB Local, its server or the file system said
     */
    public LocalDynamoDbException(String message, Throwable cause) {
        super(message, cause);
    }
}
