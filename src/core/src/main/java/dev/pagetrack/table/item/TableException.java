package dev.pagetrack.table.item;

/**
 * Thrown if the table cannot be used: it does not exist, access is denied, or it stays busy. The message says which and
 * what to do.
 */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
