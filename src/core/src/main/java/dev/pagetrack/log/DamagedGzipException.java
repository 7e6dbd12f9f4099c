package dev.pagetrack.log;

import java.io.IOException;

/** Compressed bytes that are not a whole gzip file. The message says what is wrong, to stand after the file's name. */
final class DamagedGzipException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedGzipException(String message) {
        super(message);
    }

    DamagedGzipException(String message, Throwable cause) {
        super(message, cause);
    }
}
