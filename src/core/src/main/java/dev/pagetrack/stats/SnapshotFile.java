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
 * A snapshot as a file, for builds without the table and for programs that want figures. It is JSON in UTF-8, described
 * by {@code snapshot.schema.json} beside this class; the same snapshot always has the same bytes.
 *
 * @param path where the file lies; it need not exist
 */
public record SnapshotFile(Path path) {

    /** What to do with a file that is of no use, for messages. */
    private static final String WAY_OUT =
            "Delete it, or write it anew with pagetrack:fetch where the table can be reached.";

    public SnapshotFile {
        requireNonNull(path, "path");
    }

    /**
     * Replaces the file whole, so that a reader or a killed run sees the old one or the new one.
     *
     * @throws UncheckedIOException if it cannot be written, with a message that names it
     */
    public void write(Snapshot snapshot) {
        try {
            var folder = path.toAbsolutePath().getParent();
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
                            + "): set <snapshot> (pagetrack.snapshot) to a file that can.",
                    e);
        }
    }

    /**
     * The snapshot in the file; empty if there is no file.
     *
     * @throws UncheckedIOException if it cannot be read, is damaged, or was written by a newer version of pagetrack, with
     *     a message that names the file and the way out
     */
    public Optional<Snapshot> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SnapshotJson.read(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The snapshot " + path + " cannot be used: " + e.getMessage() + " " + WAY_OUT, e);
        }
    }
}
