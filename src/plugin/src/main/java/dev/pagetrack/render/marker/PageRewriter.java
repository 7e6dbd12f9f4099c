package dev.pagetrack.render.marker;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Puts new content into the markers of a page. A file is replaced whole, by a sibling that is moved over it, so a reader or
 * a killed run sees the old page or the new one; it is left alone when no byte would differ.
 */
public final class PageRewriter {

    private static final Set<OpenOption> NEW = Set.of(CREATE_NEW, WRITE);

    private static final int SMALLEST = 1 << 16;

    /** A page that is larger is rare, and its memory is given back. */
    private static final int LARGEST_KEPT = 1 << 23;

    /** Where a thread puts a page together. */
    private static final ThreadLocal<ByteBuffer> MEMORY =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SMALLEST));

    private final AtomicInteger number = new AtomicInteger();

    /**
     * Fills the markers of a page; the file's new version, or nothing if it was left alone.
     *
     * @param content what a marker of a page shall hold, as HTML
     * @throws RenderException if the page has changed since its markers were found
     */
    public Optional<FileVersion> fill(MarkedPage marked, BiFunction<MarkedPage, Marker, String> content) {
        var file = marked.page().file();
        var contents = new ArrayList<byte[]>();
        for (var marker : marked.markers()) {
            contents.add(marked.charset().encode(marker.content(content.apply(marked, marker))));
        }
        if (isRight(marked, contents)) {
            return Optional.empty();
        }
        try {
            var html = PageBuffer.read(file, marked.page().version().length());
            var attributes = attributes(file);
            requireSame(marked, attributes);
            var filled = marked.injected().isPresent()
                    ? injected(html, marked.injected().get(), marked.markers(), contents)
                    : Optional.of(filled(html.bytes(), html.length(), marked.markers(), contents));
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            replace(file, attributes, filled.get());
            return Optional.of(FileVersion.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be rewritten: " + e, e);
        }
    }

    private static boolean isRight(MarkedPage marked, List<byte[]> contents) {
        if (marked.injected().isPresent()) {
            return false; // not before the page is read again
        }
        for (int i = 0; i < contents.size(); i++) {
            if (!marked.markers().get(i).held().isOf(contents.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The page, made from what it was before anything was injected; empty if that is what it holds. */
    private static Optional<ByteBuffer> injected(
            PageBuffer html, List<FoundMarker> found, List<Marker> markers, List<byte[]> contents) {
        var skeleton = new GeneratedPage(html.bytes(), html.length(), found).html();
        var page = filled(skeleton, skeleton.length, markers, contents);
        return page.equals(ByteBuffer.wrap(html.bytes(), 0, html.length())) ? Optional.empty() : Optional.of(page);
    }

    private static ByteBuffer filled(byte[] html, int length, List<Marker> markers, List<byte[]> contents) {
        int size = length;
        for (int i = 0; i < contents.size(); i++) {
            size += contents.get(i).length
                    - (markers.get(i).contentEnd() - markers.get(i).contentStart());
        }
        var page = memory(size);
        int at = 0;
        for (int i = 0; i < contents.size(); i++) {
            page.put(html, at, markers.get(i).contentStart() - at).put(contents.get(i));
            at = markers.get(i).contentEnd();
        }
        return page.put(html, at, length - at).flip();
    }

    private static ByteBuffer memory(int size) {
        var kept = MEMORY.get();
        if (kept.capacity() < size || kept.capacity() > LARGEST_KEPT) {
            kept = ByteBuffer.allocateDirect(Math.max(SMALLEST, size));
            MEMORY.set(kept);
        }
        return kept.clear();
    }

    /** With its permissions, where files have any. */
    private static BasicFileAttributes attributes(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Files.readAttributes(file, BasicFileAttributes.class) : view.readAttributes();
    }

    private static void requireSame(MarkedPage marked, BasicFileAttributes attributes) {
        if (!marked.page().version().isThatOf(attributes)) {
            throw new RenderException(
                    marked.page().name() + " was changed by another program while the site was rendered:"
                            + " run only one at a time, then render again");
        }
    }

    private void replace(Path file, BasicFileAttributes attributes, ByteBuffer html) throws IOException {
        var temporary = create(file, html);
        try {
            keepPermissions(attributes, temporary);
            Files.move(temporary, file, ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private Path create(Path file, ByteBuffer html) throws IOException {
        while (true) {
            var temporary = SiteFiles.temporary(file, number.incrementAndGet());
            try (var channel = FileChannel.open(temporary, NEW)) {
                while (html.hasRemaining()) {
                    channel.write(html);
                }
                return temporary;
            } catch (FileAlreadyExistsException e) {
                // left by a run that was killed just now: the next number is free
            } catch (IOException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        }
    }

    private static void keepPermissions(BasicFileAttributes page, Path temporary) throws IOException {
        if (page instanceof PosixFileAttributes posix) {
            Files.setPosixFilePermissions(temporary, posix.permissions());
        }
    }
}
