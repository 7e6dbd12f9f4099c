package dev.pagetrack.render.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The memory into which a thread reads one file after another. Most pages are looked at only once, and new memory for
 * each page would cost as much time as reading it.
 */
public final class PageBuffer {

    private static final int SMALLEST = 1 << 16;

    /** The memory of larger pages is not kept: they are rare. */
    private static final int LARGEST_KEPT = 1 << 18;

    private static final ThreadLocal<PageBuffer> OF_THREAD = ThreadLocal.withInitial(PageBuffer::new);

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    private PageBuffer() {}

    /** Reads a file, but not more bytes than the limit. It overwrites what this thread read before. */
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
     * The memory, whose first {@link #length} bytes are the file's. Zeros follow. No markup begins or ends with a zero,
     * so a search for markup may treat them as part of the page.
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
