package dev.pagetrack.table.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the lines of a backup: a head, items, and an end that tells their number and the SHA-256 of all lines before it.
 * Lines that belong together are one member of the gzip file: what follows the last member that is complete is written
 * over, so nothing has to be held until then.
 */
final class BackupLines {

    /** What the head begins with, whatever its version. */
    static final String HEAD_OF_ANY_VERSION = "{\"pagetrack\":{\"export\":";

    static final int VERSION = 1;
    static final String HEAD = HEAD_OF_ANY_VERSION + VERSION + "}}";
    static final String END = "end";
    static final String ITEMS = "items";
    static final String SHA_256 = "sha256";

    private final FileChannel file;
    private MessageDigest digest = Sha256.create();
    private long committed;
    private long items;

    /** @param file is written from its begin */
    BackupLines(FileChannel file) throws IOException {
        this.file = file;
        var head = member();
        head.line(HEAD);
        head.commit(0);
    }

    long items() {
        return items;
    }

    /** Begins with lines that belong together. What was not committed before is gone. */
    Member member() throws IOException {
        file.truncate(committed);
        file.position(committed);
        return new Member();
    }

    /** Ends the backup; returns the checksum. */
    String end() throws IOException {
        var sum = Sha256.hex(digest);
        var member = member();
        member.line(ItemJson.text(Map.of(END, Map.of(ITEMS, Long.toString(items), SHA_256, sum))));
        member.commit(0);
        return sum;
    }

    /** Lines that are written together, or not at all. */
    final class Member {

        private final GZIPOutputStream gzip;
        private final MessageDigest sum;
        private long lines;

        private Member() throws IOException {
            gzip = new GZIPOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)) {
                @Override
                public void close() throws IOException {
                    flush(); // Other members follow.
                }
            });
            try {
                sum = (MessageDigest) digest.clone();
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
            committed = file.position();
            digest = sum;
            items += counted;
        }
    }
}
