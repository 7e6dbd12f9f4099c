package dev.pagetrack.render;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.function.BiFunction;

/**
 * Walks the folders of a site in parallel and does something with each page. Symbolic links are not followed: what they
 * mean is either walked under its own name, or is not the site's to change.
 *
 * @param <T> what is made of a page
 */
final class SiteWalk<T> {

    private static final int FILES_PER_TASK = 64;

    private final BiFunction<Path, BasicFileAttributes, T> work;
    private final Queue<T> results = new ConcurrentLinkedQueue<>();
    private final Queue<Path> compressed = new ConcurrentLinkedQueue<>();
    private final Queue<Path> leftovers = new ConcurrentLinkedQueue<>();

    /**
     * @param work what is done with the file of a page, by several threads at once
     */
    SiteWalk(BiFunction<Path, BasicFileAttributes, T> work) {
        this.work = work;
    }

    /** Walks the folder and all below it. */
    void walk(Path folder, ForkJoinPool pool) {
        pool.invoke(new Folder(folder));
    }

    /** What was made of the pages, in no order. */
    Collection<T> results() {
        return results;
    }

    /** Compressed copies of pages. */
    Collection<Path> compressed() {
        return compressed;
    }

    /** Temporary files that a run which was killed has left behind. */
    Collection<Path> leftovers() {
        return leftovers;
    }

    private static boolean isPage(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }

    private static boolean isCompressedPage(String name) {
        return (name.endsWith(".gz") || name.endsWith(".br")) && isPage(name.substring(0, name.length() - 3));
    }

    /**
     * @param file a page
     * @param attributes its size and times
     */
    private record Found(Path file, BasicFileAttributes attributes) {}

    private final class Folder extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient Path folder;

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void compute() {
            var tasks = new ArrayList<RecursiveAction>();
            var pages = new ArrayList<Found>();
            try (var entries = Files.newDirectoryStream(folder)) {
                for (var entry : entries) {
                    var attributes = Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS);
                    var name = entry.getFileName().toString();
                    if (attributes.isDirectory()) {
                        tasks.add(new Folder(entry));
                    } else if (attributes.isRegularFile() && isPage(name)) {
                        pages.add(new Found(entry, attributes));
                    } else if (isCompressedPage(name)) {
                        compressed.add(entry);
                    } else if (PageRewriter.isTemporary(name)) {
                        leftovers.add(entry);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e, e);
            }
            for (int i = 0; i < pages.size(); i += FILES_PER_TASK) {
                tasks.add(new Pages(pages.subList(i, Math.min(i + FILES_PER_TASK, pages.size()))));
            }
            invokeAll(tasks);
        }
    }

    private final class Pages extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient List<Found> pages;

        Pages(List<Found> pages) {
            this.pages = pages;
        }

        @Override
        protected void compute() {
            pages.forEach(page -> results.add(work.apply(page.file(), page.attributes())));
        }
    }
}
