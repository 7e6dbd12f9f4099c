package dev.pagetrack.render;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of one file after another, read into the same memory: most pages are looked at once and never again, and
 * fresh memory for each costs as much as reading it. Each thread has its own.
 */
final class PageBuffer {

    private static final int SMALLEST = 1 << 16;

    /** A page that is larger is rare, and its memory is given back. */
    private static final int LARGEST_KEPT = 1 << 23;

    /** What stands in a name for bytes that no character of the platform's charset has. */
    private static final char UNSPELT = '\uFFFD';

    private static final ThreadLocal<PageBuffer> OF_THREAD = ThreadLocal.withInitial(PageBuffer::new);

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    private PageBuffer() {}

    /** Reads a file, up to so many bytes; what this thread read before is gone. */
    static PageBuffer read(Path file, int limit) {
        var buffer = OF_THREAD.get();
        try (var in = open(file)) {
            buffer.read(in, limit);
            return buffer;
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * A plain stream takes two thirds of a channel's time in a run that is over before the JDK's own code is warm, but finds
     * only files whose names the platform can spell.
     */
    private static InputStream open(Path file) throws IOException {
        if (file.toString().indexOf(UNSPELT) < 0) {
            try {
                return new FileInputStream(file.toFile());
            } catch (FileNotFoundException e) {
                // also said of a file that may not be read: the other way tells which
            }
        }
        return Files.newInputStream(file);
    }

    private void read(InputStream in, int limit) throws IOException {
        if (bytes.length < limit || bytes.length > LARGEST_KEPT) {
            bytes = new byte[Math.max(SMALLEST, limit)];
        }
        length = in.readNBytes(bytes, 0, limit);
    }

    /** The memory, whose first {@link #length} bytes are the file's. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Where markers may begin or end in the page; of a page in UTF-16 that is not told here. */
    int[] mentions() {
        return Prefilter.mentions(bytes, length);
    }

    /** The file's bytes to keep. */
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
