package dev.pagetrack.render;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the {@link RenderRecord} of a rendering. What a file was when it was read says something only if a later change is
 * sure to show: as in git's index, a file that was changed just before is not recorded. The clock that decides is that of
 * the file system, asked by writing a file.
 */
final class RecordWriter implements AutoCloseable {

    /** So long it may take until the pages that were replaced last are settled, where clocks are not coarse. */
    private static final long MOMENT = 50_000_000;

    private final Path file;
    private final Path temporary;
    private final long begin;

    private RecordWriter(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.temporary = file.resolveSibling(file.getFileName() + ".tmp"); // what a killed run left is written over
        this.begin = now();
    }

    /** Begins, before the first page is read; nothing will be recorded where nothing can be written. */
    static Optional<RecordWriter> begin(Optional<Path> file) {
        try {
            return file.isPresent() ? Optional.of(new RecordWriter(file.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a record only spares work
        }
    }

    private long now() throws IOException {
        Files.write(temporary, new byte[1]);
        return FileVersion.of(temporary).modified();
    }

    /**
     * Writes a record, with those pages whose versions are worth something.
     *
     * @param run what was done, still without pages
     * @param found the pages as they were found
     * @param marked the names of those that hold markers
     * @param replaced the pages that were replaced, as they are now, by name
     */
    void write(RenderRecord run, Collection<PageFile> found, Set<String> marked, Map<String, FileVersion> replaced) {
        try {
            var pages = new HashMap<String, RenderRecord.Page>(found.size() * 4 / 3 + 1);
            long end = settled(replaced.values());
            for (var page : found) {
                var written = replaced.get(page.name());
                var version = written == null ? page.version() : written;
                if (version.isSettledAt(written == null ? begin : end)) {
                    pages.put(page.name(), new RenderRecord.Page(version, marked.contains(page.name())));
                }
            }
            Files.write(temporary, RenderRecordFile.bytes(run.withPages(pages)));
            Files.move(temporary, file, ATOMIC_MOVE);
        } catch (IOException e) {
            // a record only spares work: the next rendering reads every page
        }
    }

    /** The time now, a moment later if that settles all of them. */
    private long settled(Collection<FileVersion> versions) throws IOException {
        long last = 0;
        for (var version : versions) {
            last = Math.max(last, version.settledAt());
        }
        long now = now();
        try {
            while (now < last && last - now < MOMENT) {
                NANOSECONDS.sleep(last - now);
                now = now();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // an empty file beside the record harms nobody
        }
    }
}
