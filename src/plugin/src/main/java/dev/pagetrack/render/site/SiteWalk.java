package dev.pagetrack.render.site;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Lists the files of a site; its folders are walked in parallel. Symbolic links are not followed: their target is
 * either listed under its own name, or lies outside the site and must not be changed. Folders of version control and of
 * npm are no part of a site, although they may lie in its folder.
 */
public final class SiteWalk {

    private static final Set<String> COMPRESSED = Set.of(".gz", ".br", ".zst");

    /** Folders that tools keep beside a site whose sources are its pages. A host does not show them. */
    private static final Set<String> NOT_PUBLISHED = Set.of(".git", ".hg", ".svn", "node_modules");

    private final Queue<PageFile> pages = new ConcurrentLinkedQueue<>();
    private final Queue<Path> compressed = new ConcurrentLinkedQueue<>();
    private final Queue<Path> precaches = new ConcurrentLinkedQueue<>();
    private final Queue<Path> outsideLinks = new ConcurrentLinkedQueue<>();
    private final Queue<Path> leftovers = new ConcurrentLinkedQueue<>();

    private final Path root;

    private SiteWalk(Path root) {
        this.root = root;
    }

    /**
     * Lists the files in a folder and in all folders below it.
     *
     * @throws RenderException if there is no such folder
     * @throws UncheckedIOException if a folder cannot be read
     */
    public static SiteFiles of(Path folder, ForkJoinPool pool) {
        if (!Files.isDirectory(folder)) {
            var what = Files.exists(folder) ? "is a file" : "does not exist";
            throw new RenderException("siteRoot " + folder + " " + what
                    + ": build the site first, or set siteRoot to the folder of its HTML");
        }
        var walk = new SiteWalk(folder);
        pool.invoke(walk.new Folder(folder, ""));
        var pages = new ArrayList<>(walk.pages);
        pages.sort((a, b) -> a.name().compareTo(b.name()));
        return new SiteFiles(
                pages, sorted(walk.compressed), sorted(walk.precaches), sorted(walk.outsideLinks), walk.leftovers);
    }

    private static List<Path> sorted(Queue<Path> files) {
        return files.stream().sorted().toList();
    }

    private static boolean isCompressedPage(String name) {
        int ending = name.lastIndexOf('.');
        return ending > 0 && COMPRESSED.contains(name.substring(ending)) && SiteFiles.isPage(name.substring(0, ending));
    }

    private final class Folder extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient Path folder;
        private final String name;

        /**
         * @param folder its path on the disk
         * @param name its name below the site root, with slashes, also at its end; empty for the root
         */
        Folder(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        protected void compute() {
            var below = new ArrayList<Folder>();
            try {
                for (var entry : PlainFiles.in(folder)) {
                    var child = entry.getFileName().toString();
                    if (isFolderElseAdd(entry, child)) {
                        var task = new Folder(entry, name + child + "/");
                        task.fork();
                        below.add(task);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e, e);
            }
            for (int i = below.size() - 1; i >= 0; i--) {
                below.get(i).join(); // the last one has most likely not begun, and then runs in this thread
            }
        }

        /**
         * Whether the entry is a folder; if not, it is listed if it matters. Its name mostly saves a call to the disk.
         */
        private boolean isFolderElseAdd(Path entry, String child) throws IOException {
            if (SiteFiles.isPage(child)) {
                var version = FileVersion.of(entry);
                if (version.isRegularFile()) {
                    pages.add(new PageFile(entry, pageName(entry, child), version));
                    return false;
                }
            }
            var found = attributes(entry);
            if (found.isEmpty()) {
                return false;
            }
            if (found.get().isDirectory()) {
                return !NOT_PUBLISHED.contains(child);
            }
            if (found.get().isSymbolicLink()) {
                if (OutsideLinks.showsPage(entry, root)) {
                    outsideLinks.add(entry);
                }
            } else if (isCompressedPage(child)) {
                compressed.add(entry);
            } else if (PrecacheNames.isPrecache(child)) {
                precaches.add(entry);
            } else if (SiteFiles.isTemporary(child)) {
                leftovers.add(entry);
            }
            return false;
        }

        /** The attributes of a file or folder; empty if it was deleted meanwhile. */
        private static Optional<BasicFileAttributes> attributes(Path entry) throws IOException {
            try {
                return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /**
         * The page's name. If the platform cannot represent it, it is decoded from its URI, which still has the bytes.
         */
        private String pageName(Path page, String child) {
            var pageName = name + child;
            return PlainFiles.isRepresentable(pageName)
                    ? pageName
                    : SitePaths.decoded(page.toUri()
                            .getRawPath()
                            .substring(root.toUri().getRawPath().length()));
        }
    }
}
