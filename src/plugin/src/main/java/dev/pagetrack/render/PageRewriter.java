package dev.pagetrack.render;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Puts new content into the markers of a page. A file is replaced whole, by a sibling that is moved over it, so a reader or
 * a killed run sees the old page or the new one; it is left alone when no byte would differ.
 */
final class PageRewriter {

    private static final String TEMPORARY = ".pagetrack-";
    private static final String TEMPORARY_END = ".tmp";

    private final AtomicInteger number = new AtomicInteger();

    /** Whether a file of this name is one that this class makes and moves. */
    static boolean isTemporary(String name) {
        return name.startsWith(TEMPORARY) && name.endsWith(TEMPORARY_END);
    }

    /**
     * Fills the markers of a page; whether that changed the file.
     *
     * @param content what a marker shall hold, as HTML
     * @throws RenderException if the page has changed since its markers were found
     */
    boolean fill(MarkedPage marked, Function<Marker, String> content) {
        var file = marked.page().file();
        var contents = marked.markers().stream()
                .map(marker -> marked.charset().encode(marker.content(content.apply(marker))))
                .toList();
        if (marked.injected().isEmpty()
                && contents.stream().map(ContentKey::of).toList().equals(marked.contents())) {
            return false;
        }
        try {
            var html = read(marked);
            var skeleton = marked.injected()
                    .map(found -> new PageSkeleton(html, found).html())
                    .orElse(html);
            var filled = filled(skeleton, marked.markers(), contents);
            if (Arrays.equals(filled, html)) {
                return false;
            }
            replace(file, filled);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be rewritten: " + e, e);
        }
    }

    private static byte[] filled(byte[] html, List<Marker> markers, List<byte[]> contents) {
        var filled = new ByteArrayOutputStream(html.length + 1024);
        int at = 0;
        for (int i = 0; i < markers.size(); i++) {
            filled.write(html, at, markers.get(i).contentStart() - at);
            filled.writeBytes(contents.get(i));
            at = markers.get(i).contentEnd();
        }
        filled.write(html, at, html.length - at);
        return filled.toByteArray();
    }

    private static byte[] read(MarkedPage marked) throws IOException {
        var file = marked.page().file();
        var html = Files.readAllBytes(file);
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        var version = new FileVersion(html.length, attributes.lastModifiedTime());
        if (!version.equals(marked.version())) {
            throw new RenderException(
                    marked.page().name() + " was changed by another program while the site was rendered:"
                            + " run only one at a time, then render again");
        }
        return html;
    }

    private void replace(Path file, byte[] html) throws IOException {
        var temporary = create(file, html);
        try {
            keepPermissions(file, temporary);
            Files.move(temporary, file, ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** The name is short and plain whatever the page's is, for the longest names and for platforms that cannot spell it. */
    private Path create(Path file, byte[] html) throws IOException {
        while (true) {
            var temporary = file.resolveSibling(TEMPORARY + number.incrementAndGet() + TEMPORARY_END);
            try {
                return Files.write(temporary, html, CREATE_NEW, WRITE);
            } catch (FileAlreadyExistsException e) {
                // left by a run that was killed just now: the next number is free
            }
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
