package dev.pagetrack.render.record;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.pagetrack.Parallel;
import dev.pagetrack.render.site.FileVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;

/**
 * The pages that were listed as changed, each with a digest of its bytes when it was listed last. A generator that
 * writes its site anew makes every page look changed to a rendering; compared with this, only those are changed whose
 * rendered bytes are others. A page whose file is as it was is not read.
 */
public final class ListedPages {

    private static final int FORMAT = 0x70740101;

    /**
     * A page as it was listed.
     *
     * @param version the version of its file; {@link #UNKNOWN} if a later change might not show in it
     * @param digest the digest of its bytes
     */
    private record Listed(FileVersion version, String digest) {}

    private static final FileVersion UNKNOWN = new FileVersion(-1, 0, 0, 0);

    private final Path file;
    private final Path siteRoot;
    private final Map<String, Listed> before;
    private final Map<String, Listed> now = new ConcurrentSkipListMap<>();

    /**
     * Reads which pages were listed. If the file is missing or damaged, none was.
     *
     * @param file the file that keeps them
     * @param siteRoot the folder of the site
     */
    public ListedPages(Path file, Path siteRoot) {
        this.file = file;
        this.siteRoot = siteRoot;
        this.before = read(file);
    }

    /**
     * The pages to list after a rendering, sorted: those that it replaced or that were listed before, if their bytes
     * differ from those that were listed. A page that is gone is not listed, and would be listed if it came back.
     *
     * @param replaced the pages that the rendering replaced
     * @throws UncheckedIOException if a page cannot be read
     */
    public List<Path> changed(Collection<Path> replaced) {
        var candidates = new TreeSet<>(replaced);
        before.keySet().forEach(name -> candidates.add(siteRoot.resolve(name)));
        var pages = List.copyOf(candidates);
        var changed = new ConcurrentSkipListMap<Path, Boolean>();
        Parallel.forEach(ForkJoinPool.commonPool(), pages.size(), i -> {
            if (isChanged(pages.get(i))) {
                changed.put(pages.get(i), true);
            }
        });
        return List.copyOf(changed.keySet());
    }

    private boolean isChanged(Path page) {
        try {
            var name = siteRoot.relativize(page).toString();
            var listed = before.get(name);
            var version = FileVersion.of(page);
            if (listed != null && listed.version().equals(version)) {
                now.put(name, listed);
                return false;
            }
            var digest = new Digest();
            digest.add(Files.readAllBytes(page));
            now.put(name, new Listed(version, digest.text()));
            return listed == null || !listed.digest().equals(digest.text());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + page + " cannot be read: " + e, e);
        }
    }

    /**
     * Keeps what {@link #changed} found, after the list was written. If this fails, the next list is too long.
     */
    public void keep() {
        if (now.equals(before)) {
            return;
        }
        var temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(temporary, new byte[1]);
            Files.write(temporary, bytes(FileVersion.of(temporary).modified()));
            Files.move(temporary, file, ATOMIC_MOVE);
        } catch (IOException e) {
            // the pages are listed again
        }
    }

    /**
     * @param time the time of the file system's clock
     */
    private byte[] bytes(long time) throws IOException {
        var content = new ByteArrayOutputStream();
        var out = new DataOutputStream(content);
        out.writeInt(now.size());
        for (var page : now.entrySet()) {
            var version = page.getValue().version();
            RenderRecordFile.writeText(out, page.getKey());
            RenderRecordFile.write(version.isSettledAt(time) ? version : UNKNOWN, out);
            RenderRecordFile.writeText(out, page.getValue().digest());
        }
        return RenderRecordFile.checked(FORMAT, content.toByteArray());
    }

    private static Map<String, Listed> read(Path file) {
        var pages = new TreeMap<String, Listed>();
        try {
            var content = RenderRecordFile.content(FORMAT, file);
            if (content.isPresent()) {
                var in = new DataInputStream(new ByteArrayInputStream(content.get()));
                for (int i = in.readInt(); i > 0; i--) {
                    pages.put(
                            RenderRecordFile.readText(in),
                            new Listed(RenderRecordFile.readVersion(in), RenderRecordFile.readText(in)));
                }
            }
            return pages;
        } catch (IOException e) {
            return new TreeMap<>();
        }
    }
}
