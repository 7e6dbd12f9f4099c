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
 * Writes the lines of a backup: a header, the items, and an end line with their number and the SHA-256 of all lines
 * before it. Lines that belong together are one member of the gzip file. The next member overwrites a member that was
 * not committed, so no lines have to be held in memory until they are committed.
 */
final class BackupLines {

    /** The beginning of the header, the same in all versions. */
    static final String HEADER_START = "{\"pagetrack\":{\"export\":";

    static final int VERSION = 1;
    static final String HEADER = HEADER_START + VERSION + "}}";
    static final String END = "end";
    static final String ITEMS = "items";
    static final String SHA_256 = "sha256";

    private final FileChannel file;
    private MessageDigest digest = Sha256.create();
    private long committed;
    private long items;

    /** @param file is written from its beginning */
    BackupLines(FileChannel file) throws IOException {
        this.file = file;
        var header = member();
        header.line(HEADER);
        header.commit(0);
    }

    long items() {
        return items;
    }

    /** Begins a new member. It overwrites a member that was not committed. */
    Member member() throws IOException {
        file.truncate(committed);
        file.position(committed);
        return new Member();
    }

    /** Writes the end line; returns the checksum. */
    String end() throws IOException {
        var sum = Sha256.hex(digest);
        var member = member();
        member.line(ItemJson.text(Map.of(END, Map.of(ITEMS, Long.toString(items), SHA_256, sum))));
        member.commit(0);
        return sum;
    }

    /** Lines that are committed together, or not at all. */
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
