package dev.pagetrack.table.item;

/** The table cannot be used: it is not there, not permitted, or stays busy. The message says which, and the way out. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableException(String message) {
        super(message);
    }

    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
