package dev.pagetrack.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** Buffers the compressed bytes of a gzip file, and reads the headers and trailers of its members. */
final class GzipInput implements Closeable {

    /** The first two bytes of every gzip member. */
    static final int MAGIC_0 = 0x1F;

    static final int MAGIC_1 = 0x8B;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long read;

    GzipInput(InputStream in) {
        this.in = in;
    }

    /** How many compressed bytes were read so far. */
    long consumed() {
        return read;
    }

    /** Whether there is no byte left. */
    boolean atEnd() throws IOException {
        if (position < limit) {
            return false;
        }
        position = 0;
        limit = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        read += limit;
        return limit == 0;
    }

    /** Passes the buffered bytes to the inflater. */
    void feed(Inflater inflater) throws IOException {
        requireMore();
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** Puts back the bytes of the last {@link #feed} that the inflater did not use. */
    void unread(int bytes) {
        position = limit - bytes;
    }

    /** Reads a member's header. */
    void header() throws IOException {
        if (next() != MAGIC_0 || next() != MAGIC_1) {
            throw new DamagedGzipException("something that is not gzip follows its compressed data");
        }
        if (next() != DEFLATE) {
            throw new DamagedGzipException("it uses a compression method that gzip does not define");
        }
        int flags = next();
        skip(6); // modification time, extra flags, operating system
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    int littleEndianInt() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    private int next() throws IOException {
        requireMore();
        return buffer[position++] & 0xFF;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // Skips to the NUL at the end.
        }
    }

    private void requireMore() throws IOException {
        if (atEnd()) {
            throw new DamagedGzipException("it ends too early: a part of it is missing");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
