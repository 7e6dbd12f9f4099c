package dev.pagetrack.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The bytes of one file after another, read into the same memory: most pages are looked at once and never again, and
 * fresh memory for each costs as much as reading it. Each thread has its own.
 */
final class PageBuffer {

    private static final int SMALLEST = 1 << 16;

    /** A page that is larger is rare, and its memory is given back. */
    private static final int LARGEST_KEPT = 1 << 23;

    private static final ThreadLocal<PageBuffer> OF_THREAD = ThreadLocal.withInitial(PageBuffer::new);

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    private PageBuffer() {}

    /** Reads a file, up to so many bytes; what this thread read before is gone. */
    static PageBuffer read(Path file, int limit) {
        var buffer = OF_THREAD.get();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            buffer.read(channel, limit);
            return buffer;
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be read: " + e, e);
        }
    }

    private void read(FileChannel channel, int limit) throws IOException {
        if (bytes.length > LARGEST_KEPT) {
            bytes = new byte[SMALLEST];
        }
        length = 0;
        int read = 0;
        while (read >= 0 && length < limit) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * length, (int) Math.min(channel.size() + 1, limit)));
            }
            read = channel.read(ByteBuffer.wrap(bytes, length, Math.min(bytes.length, limit) - length));
            length += Math.max(read, 0);
        }
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
