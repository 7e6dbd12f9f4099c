package dev.pagetrack.render.record;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * A digest of values, to compare them with those of another rendering. It consists of two checksums of 32 bits each:
 * different values have the same digest once in 2<sup>64</sup> cases. A cryptographic digest is not used, because it
 * takes longer to initialize than a small site to render.
 */
public final class Digest {

    private final CRC32 crc = new CRC32();
    private final CRC32C castagnoli = new CRC32C();
    private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
            new CheckedOutputStream(new CheckedOutputStream(OutputStream.nullOutputStream(), crc), castagnoli)));

    /** Adds a text of any length. Its length is part of the digest, so a text cannot run into the next one. */
    public void add(String text) {
        try {
            RenderRecordFile.writeText(out, text);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    void add(byte[] bytes) {
        try {
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    void add(long value) {
        try {
            out.writeLong(value);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    public void add(int value) {
        try {
            out.writeInt(value);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    public void add(boolean value) {
        try {
            out.writeBoolean(value);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** The digest of all values that were added, as text. */
    public String text() {
        try {
            out.flush();
        } catch (IOException e) {
            throw impossible(e);
        }
        return HexFormat.of().toHexDigits(crc.getValue() << Integer.SIZE | castagnoli.getValue());
    }

    private static UncheckedIOException impossible(IOException e) {
        return new UncheckedIOException("impossible: the stream discards its bytes", e);
    }
}
