package dev.pagetrack.render.record;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.PageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes the {@link RenderRecord} of a rendering. What a file was when it was read says something only if a later change is
 * sure to show: as in git's index, a file that was changed just before is not recorded. The clock that decides is that of
 * the file system, asked by writing a file.
 */
public final class RecordWriter implements AutoCloseable {

    /** So long it may take until the pages that were replaced last are settled, where clocks are not coarse. */
    private static final long MOMENT = 50_000_000;

    private final Optional<Path> file;
    private OptionalLong begin = OptionalLong.empty();

    /**
     * @param file where to write; nothing is recorded without one
     */
    public RecordWriter(Optional<Path> file) {
        this.file = file;
    }

    /** Takes the time, before the first page is read; nothing will be recorded where nothing can be written. */
    public void begin() {
        if (file.isPresent()) {
            try {
                Files.createDirectories(file.get().toAbsolutePath().getParent());
                begin = OptionalLong.of(now());
            } catch (IOException e) {
                // a record only spares work
            }
        }
    }

    /** Whether there will be a record. */
    public boolean isBegun() {
        return begin.isPresent();
    }

    private long now() throws IOException {
        Files.write(temporary(), new byte[1]);
        return FileVersion.of(temporary()).modified();
    }

    /** What a killed run left there is written over. */
    private Path temporary() {
        return file.orElseThrow().resolveSibling(file.orElseThrow().getFileName() + ".tmp");
    }

    /**
     * Writes a record, with those pages whose versions are worth something. The writer has begun.
     *
     * @param run what was done, still without pages
     * @param found the pages as they were found
     * @param marked the names of those that hold markers
     * @param replaced the pages that were replaced, as they are now, by name
     */
    public void write(
            RenderRecord run, Collection<PageFile> found, Set<String> marked, Map<String, FileVersion> replaced) {
        try {
            var pages = new HashMap<String, RenderRecord.Page>(found.size() * 4 / 3 + 1);
            long read = begin.orElseThrow();
            long end = settled(replaced.values());
            for (var page : found) {
                var written = replaced.get(page.name());
                var version = written == null ? page.version() : written;
                if (version.isSettledAt(written == null ? read : end)) {
                    pages.put(page.name(), new RenderRecord.Page(version, marked.contains(page.name())));
                }
            }
            Files.write(temporary(), RenderRecordFile.bytes(run.withPages(pages)));
            Files.move(temporary(), file.orElseThrow(), ATOMIC_MOVE);
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
        if (isBegun()) {
            try {
                Files.deleteIfExists(temporary());
            } catch (IOException e) {
                // an empty file beside the record harms nobody
            }
        }
    }
}
