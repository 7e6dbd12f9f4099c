package dev.pagetrack.stats;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that holds a snapshot, for builds that cannot reach the table, and for other programs. It is JSON in UTF-8,
 * described by {@code snapshot.schema.json} beside this class. The same snapshot always has the same bytes.
 *
 * @param path the path of the file, which need not exist
 */
public record SnapshotFile(Path path) {

    /** What the user can do about a file that cannot be used, for messages. */
    private static final String ADVICE =
            "Delete it, or run pagetrack:fetch where the table can be reached to write it again.";

    public SnapshotFile {
        requireNonNull(path, "path");
    }

    /**
     * Replaces the file atomically: other programs always see a complete file, the old one or the new one, even if this
     * process is killed.
     *
     * @throws UncheckedIOException if it cannot be written, with a message that names it
     */
    public void write(Snapshot snapshot) {
        try {
            var folder = path.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IOException("it is the root of a file system");
            }
            Files.createDirectories(folder);
            var temporary = folder.resolve(".pagetrack-" + UUID.randomUUID() + ".tmp");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(temporary, CREATE_NEW))) {
                    SnapshotJson.write(snapshot, out);
                }
                Files.move(temporary, path, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The snapshot " + path + " cannot be written (" + e
                            + "): set <snapshot> (pagetrack.snapshot) to a file that can be written.",
                    e);
        }
    }

    /**
     * The snapshot in the file; empty if there is no file.
     *
     * @throws UncheckedIOException if the file cannot be read, is damaged, or was written by a newer version of
     *     pagetrack, with a message that names the file and says what to do
     */
    public Optional<Snapshot> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SnapshotJson.read(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The snapshot " + path + " cannot be used: " + e.getMessage() + " " + ADVICE, e);
        }
    }
}
