package dev.pagetrack.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the lines of a backup: a head, items, and an end that tells their number and the SHA-256 of all lines before it.
 * Lines that belong together are one member of the gzip file, so that they can be taken back until they are complete.
 */
final class BackupLines {

    static final String HEAD = "{\"pagetrack\":{\"export\":1}}";
    static final String END = "end";
    static final String ITEMS = "items";
    static final String SHA_256 = "sha256";

    private final OutputStream out;
    private MessageDigest digest = Sha256.create();
    private long items;

    BackupLines(OutputStream out) throws IOException {
        this.out = out;
        var head = new Member();
        head.line(HEAD);
        head.commit(0);
    }

    long items() {
        return items;
    }

    /** Begins with lines that belong together. */
    Member member() {
        return new Member();
    }

    /** Ends the backup; returns the checksum. */
    String end() throws IOException {
        var sum = Sha256.hex(digest);
        var member = new Member();
        member.line(ItemJson.text(Map.of(END, Map.of(ITEMS, Long.toString(items), SHA_256, sum))));
        member.commit(0);
        return sum;
    }

    /** Lines that are written together, or not at all. */
    final class Member {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream gzip;
        private final MessageDigest sum;
        private long lines;

        private Member() {
            try {
                gzip = new GZIPOutputStream(bytes);
                sum = (MessageDigest) digest.clone();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (CloneNotSupportedException e) {
                throw new AssertionError("the JDK's SHA-256 can be cloned", e);
            }
        }

        void line(String text) {
            try {
                byte[] line = (text + "\n").getBytes(UTF_8);
                gzip.write(line);
                sum.update(line);
                lines++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void commit() throws IOException {
            commit(lines);
        }

        private void commit(long counted) throws IOException {
            gzip.close();
            bytes.writeTo(out);
            digest = sum;
            items += counted;
        }
    }
}
