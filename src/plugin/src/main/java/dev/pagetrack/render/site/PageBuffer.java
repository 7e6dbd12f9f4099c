package dev.pagetrack.render.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of one file after another, read into the same memory: most pages are looked at once and never again, and
 * fresh memory for each costs as much as reading it. Each thread has its own.
 */
public final class PageBuffer {

    private static final int SMALLEST = 1 << 16;

    /** A page that is larger is rare, and its memory is given back. */
    private static final int LARGEST_KEPT = 1 << 18;

    private static final ThreadLocal<PageBuffer> OF_THREAD = ThreadLocal.withInitial(PageBuffer::new);

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    private PageBuffer() {}

    /** Reads a file, up to so many bytes; what this thread read before is gone. */
    public static PageBuffer read(Path file, int limit) {
        var buffer = OF_THREAD.get();
        try (var in = PlainFiles.open(file)) {
            buffer.read(in, limit);
            return buffer;
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be read: " + e, e);
        }
    }

    private void read(InputStream in, int limit) throws IOException {
        int before = length;
        if (bytes.length < limit || bytes.length > LARGEST_KEPT) {
            bytes = new byte[Math.max(SMALLEST, limit)];
            before = 0;
        }
        length = in.readNBytes(bytes, 0, limit);
        Arrays.fill(bytes, length, Math.max(length, before), (byte) 0);
    }

    /**
     * The memory, whose first {@link #length} bytes are the file's. Zeros follow: no markup begins or ends with them, so who
     * looks for markup may read on as if they were the page's.
     */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** The file's bytes alone. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
