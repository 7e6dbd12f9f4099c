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
 * Writes the {@link RenderRecord} of a rendering. The version of a file is useful only if a later change is sure to
 * show in it. So, as in git's index, a file that was changed just before it was read is not recorded. The time comes
 * from the file system's clock, which is read by writing a file.
 */
public final class RecordWriter implements AutoCloseable {

    /**
     * The longest wait, in nanoseconds, until the pages that were replaced last are settled. It is too short if the
     * file system's clock is coarse; then these pages are not recorded.
     */
    private static final long LONGEST_WAIT = 50_000_000;

    private final Optional<Path> file;
    private OptionalLong begin = OptionalLong.empty();

    /**
     * @param file the file of the record; without one, nothing is recorded
     */
    public RecordWriter(Optional<Path> file) {
        this.file = file;
    }

    /** Takes the time before the first page is read. If the time cannot be written, nothing will be recorded. */
    public void begin() {
        if (file.isPresent()) {
            try {
                Files.createDirectories(file.get().toAbsolutePath().getParent());
                begin = OptionalLong.of(now());
            } catch (IOException e) {
                // a record only saves work
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

    /** The file for the time and the new record. One that a killed run left is overwritten. */
    private Path temporary() {
        return file.orElseThrow().resolveSibling(file.orElseThrow().getFileName() + ".tmp");
    }

    /**
     * Writes a record with all pages in whose versions a later change is sure to show. {@link #isBegun} must hold.
     *
     * @param run the record without pages
     * @param found the pages as they were listed
     * @param marked the names of the pages that hold markers
     * @param replaced the new versions of the pages that were replaced, by name
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
            // a record only saves work: the next rendering reads every page
        }
    }

    /** The time now, after a short wait if that settles all versions. */
    private long settled(Collection<FileVersion> versions) throws IOException {
        long last = 0;
        for (var version : versions) {
            last = Math.max(last, version.settledAt());
        }
        long now = now();
        try {
            while (now < last && last - now < LONGEST_WAIT) {
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
                // a small file beside the record does no harm
            }
        }
    }
}
