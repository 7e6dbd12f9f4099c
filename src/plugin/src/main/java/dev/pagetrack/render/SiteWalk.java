package dev.pagetrack.render;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Walks the folders of a site in parallel. Symbolic links are not followed: what they mean is either walked under its own
 * name, or is not the site's to change.
 */
final class SiteWalk {

    private final Queue<SiteFiles.Page> pages = new ConcurrentLinkedQueue<>();
    private final Queue<Path> compressed = new ConcurrentLinkedQueue<>();
    private final Queue<Path> leftovers = new ConcurrentLinkedQueue<>();

    private SiteWalk() {}

    /**
     * The files in a folder and all below it.
     *
     * @throws RenderException if there is no such folder
     * @throws UncheckedIOException if a folder cannot be read
     */
    static SiteFiles of(Path folder, ForkJoinPool pool) {
        if (!Files.isDirectory(folder)) {
            var what = Files.exists(folder) ? "is a file" : "does not exist";
            throw new RenderException("siteRoot " + folder + " " + what
                    + ": build the site first, or set siteRoot to the folder of its HTML");
        }
        var walk = new SiteWalk();
        pool.invoke(walk.new Folder(folder));
        return new SiteFiles(walk.pages, walk.compressed.stream().sorted().toList(), walk.leftovers);
    }

    private static boolean isPage(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }

    private static boolean isCompressedPage(String name) {
        return (name.endsWith(".gz") || name.endsWith(".br")) && isPage(name.substring(0, name.length() - 3));
    }

    private final class Folder extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient Path folder;

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void compute() {
            var below = new ArrayList<Folder>();
            try (var entries = Files.newDirectoryStream(folder)) {
                for (var entry : entries) {
                    if (isFolder(entry)) {
                        below.add(new Folder(entry));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e, e);
            }
            invokeAll(below);
        }

        /** Notes a file that matters; whether it is none, but a folder. A name mostly tells without asking the disk. */
        private boolean isFolder(Path entry) throws IOException {
            var name = entry.getFileName().toString();
            if (isPage(name)) {
                var version = FileVersion.of(entry);
                if (version.isRegularFile()) {
                    pages.add(new SiteFiles.Page(entry, version));
                    return false;
                }
            } else if (isCompressedPage(name)) {
                compressed.add(entry);
            } else if (PageRewriter.isTemporary(name)) {
                leftovers.add(entry);
            }
            return Files.isDirectory(entry, NOFOLLOW_LINKS);
        }
    }
}
