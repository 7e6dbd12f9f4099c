package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip, and fails if the data is not complete. {@link java.util.zip.GZIPInputStream} takes an
 * {@code available()} of 0 after a member for the end, and ignores anything that follows the last member, so it would
 * accept a log that lost its second half.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952, the gzip format</a>
 */
final class GunzipInputStream extends InputStream {

    /** The maximum compression ratio. Deflate can reach 1:1032; real logs stay below 1:100. */
    private static final int MAX_RATIO = 400;

    /**
     * Below this decompressed size the ratio is not checked: short files of equal lines compress well and do no harm.
     */
    private static final long RATIO_MATTERS_FROM = 64L << 20;

    private final GzipInput input;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private long memberSize;
    private long totalSize;
    private boolean inMember;

    GunzipInputStream(InputStream in) {
        this.input = new GzipInput(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || nextMember()) {
            int inflated = inflate(target, offset, length);
            if (inflated > 0) {
                return inflated;
            }
        }
        return -1;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Inflates available input; returns 0 at the end of a member and when more input is needed. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            input.feed(inflater);
        }
        int inflated;
        try {
            inflated = inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new DamagedGzipException("its compressed data is damaged (" + e.getMessage() + ")", e);
        }
        checksum.update(target, offset, inflated);
        memberSize += inflated;
        totalSize += inflated;
        if (totalSize > RATIO_MATTERS_FROM && totalSize / MAX_RATIO > input.consumed()) {
            throw new DamagedGzipException("it inflates to more than " + MAX_RATIO + " times its size");
        }
        if (inflated == 0 && inflater.needsDictionary()) {
            throw new DamagedGzipException("its compressed data needs a dictionary, which gzip does not allow");
        }
        if (inflated == 0 && inflater.finished()) {
            endMember();
        }
        return inflated;
    }

    private boolean nextMember() throws IOException {
        if (input.atEnd()) {
            return false;
        }
        input.header();
        inflater.reset();
        checksum.reset();
        memberSize = 0;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        input.unread(inflater.getRemaining());
        if (input.littleEndianInt() != (int) checksum.getValue()) {
            throw new DamagedGzipException("its checksum does not match its content");
        }
        if (input.littleEndianInt() != (int) memberSize) {
            throw new DamagedGzipException("its length does not match its content");
        }
        inMember = false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        input.close();
    }
}
