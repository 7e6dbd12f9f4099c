package dev.pagetrack.log;

import java.io.IOException;

/** Compressed bytes are not a complete gzip file. The message continues a sentence that begins with the file name. */
final class DamagedGzipException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedGzipException(String message) {
        super(message);
    }

    DamagedGzipException(String message, Throwable cause) {
        super(message, cause);
    }
}
