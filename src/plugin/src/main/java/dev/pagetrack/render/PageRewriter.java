package dev.pagetrack.render;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
     * Fills the markers of a page; the file's new version, or nothing if it was left alone.
     *
     * @param content what a marker shall hold, as HTML
     * @throws RenderException if the page has changed since its markers were found
     */
    Optional<FileVersion> fill(MarkedPage marked, Function<Marker, String> content) {
        var file = marked.page().file();
        var contents = new ArrayList<byte[]>();
        for (var marker : marked.markers()) {
            contents.add(marked.charset().encode(marker.content(content.apply(marker))));
        }
        if (isRight(marked, contents)) {
            return Optional.empty();
        }
        try {
            var html = PageBuffer.read(file, Integer.MAX_VALUE);
            requireSame(marked);
            var filled = marked.injected()
                    .map(found -> injected(html.copy(), found, marked.markers(), contents))
                    .orElseGet(() -> Optional.of(parts(html.bytes(), html.length(), marked.markers(), contents)));
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            replace(file, filled.get());
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
            if (!ContentKey.of(contents.get(i)).equals(marked.contents().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The page, made from what it was before anything was injected; empty if that is what it holds. */
    private static Optional<ByteBuffer[]> injected(
            byte[] html, List<FoundMarker> found, List<Marker> markers, List<byte[]> contents) {
        var skeleton = new PageSkeleton(html, found).html();
        var parts = parts(skeleton, skeleton.length, markers, contents);
        int length = (int) length(parts);
        var whole = ByteBuffer.allocate(length);
        for (var part : parts) {
            whole.put(part);
        }
        return Arrays.equals(whole.array(), html) ? Optional.empty() : Optional.of(new ByteBuffer[] {whole.flip()});
    }

    private static ByteBuffer[] parts(byte[] html, int length, List<Marker> markers, List<byte[]> contents) {
        var parts = new ArrayList<ByteBuffer>(2 * markers.size() + 1);
        int at = 0;
        for (int i = 0; i < markers.size(); i++) {
            parts.add(ByteBuffer.wrap(html, at, markers.get(i).contentStart() - at));
            parts.add(ByteBuffer.wrap(contents.get(i)));
            at = markers.get(i).contentEnd();
        }
        parts.add(ByteBuffer.wrap(html, at, length - at));
        return parts.toArray(ByteBuffer[]::new);
    }

    private static void requireSame(MarkedPage marked) throws IOException {
        if (!marked.version().isStill(marked.page().file())) {
            throw new RenderException(
                    marked.page().name() + " was changed by another program while the site was rendered:"
                            + " run only one at a time, then render again");
        }
    }

    private void replace(Path file, ByteBuffer[] html) throws IOException {
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
    private Path create(Path file, ByteBuffer[] html) throws IOException {
        while (true) {
            var temporary = file.resolveSibling(TEMPORARY + number.incrementAndGet() + TEMPORARY_END);
            try (var channel = FileChannel.open(temporary, CREATE_NEW, WRITE)) {
                write(channel, html);
                return temporary;
            } catch (FileAlreadyExistsException e) {
                // left by a run that was killed just now: the next number is free
            } catch (IOException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer[] html) throws IOException {
        long rest = length(html);
        while (rest > 0) {
            rest -= channel.write(html);
        }
    }

    private static long length(ByteBuffer[] parts) {
        long length = 0;
        for (var part : parts) {
            length += part.remaining();
        }
        return length;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
