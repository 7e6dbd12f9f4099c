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
 * Writes new content into the markers of a page. It writes a temporary file beside the page and moves it over the page.
 * So a reader sees the old page or the new one, even if the run is killed. If no byte would change, the file is not
 * touched.
 */
public final class PageRewriter {

    private static final Set<OpenOption> NEW = Set.of(CREATE_NEW, WRITE);

    private static final int SMALLEST = 1 << 16;

    /** Larger pages are rare. A larger buffer is dropped at the thread's next page. */
    private static final int LARGEST_KEPT = 1 << 23;

    /** The buffer in which a thread composes a page. */
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SMALLEST));

    /** The number of the last temporary file. */
    private final AtomicInteger number = new AtomicInteger();

    /**
     * Fills the markers of a page. Returns the file's new version; empty if no byte changed and the file was not
     * written.
     *
     * @param content returns the HTML of a marker's widget
     * @throws RenderException if the page has changed since its markers were found
     */
    public Optional<FileVersion> fill(MarkedPage marked, BiFunction<MarkedPage, Marker, String> content) {
        var file = marked.page().file();
        var contents = new ArrayList<byte[]>();
        for (var marker : marked.markers()) {
            contents.add(marked.charset().encode(marker.content(content.apply(marked, marker))));
        }
        if (isUpToDate(marked, contents)) {
            return Optional.empty();
        }
        try {
            var html = PageBuffer.read(file, marked.page().version().length());
            var attributes = attributes(file);
            requireUnchanged(marked, attributes);
            var filled = marked.foundMarkers().isPresent()
                    ? withInjections(html, marked.foundMarkers().get(), marked.markers(), contents)
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

    private static boolean isUpToDate(MarkedPage marked, List<byte[]> contents) {
        if (marked.foundMarkers().isPresent()) {
            return false; // only known when the page is read again
        }
        for (int i = 0; i < contents.size(); i++) {
            if (!marked.markers().get(i).oldContent().isOf(contents.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The filled page, composed from the page as the generator made it; empty if the file already has these bytes. */
    private static Optional<ByteBuffer> withInjections(
            PageBuffer html, List<FoundMarker> found, List<Marker> markers, List<byte[]> contents) {
        var generated = new GeneratedPage(html.bytes(), html.length(), found).html();
        var page = filled(generated, generated.length, markers, contents);
        return page.equals(ByteBuffer.wrap(html.bytes(), 0, html.length())) ? Optional.empty() : Optional.of(page);
    }

    private static ByteBuffer filled(byte[] html, int length, List<Marker> markers, List<byte[]> contents) {
        int size = length;
        for (int i = 0; i < contents.size(); i++) {
            size += contents.get(i).length
                    - (markers.get(i).contentEnd() - markers.get(i).contentStart());
        }
        var page = buffer(size);
        int at = 0;
        for (int i = 0; i < contents.size(); i++) {
            page.put(html, at, markers.get(i).contentStart() - at).put(contents.get(i));
            at = markers.get(i).contentEnd();
        }
        return page.put(html, at, length - at).flip();
    }

    private static ByteBuffer buffer(int size) {
        var buffer = BUFFER.get();
        if (buffer.capacity() < size || buffer.capacity() > LARGEST_KEPT) {
            buffer = ByteBuffer.allocateDirect(Math.max(SMALLEST, size));
            BUFFER.set(buffer);
        }
        return buffer.clear();
    }

    /** The file's attributes, with its permissions where the file system has them. */
    private static BasicFileAttributes attributes(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Files.readAttributes(file, BasicFileAttributes.class) : view.readAttributes();
    }

    private static void requireUnchanged(MarkedPage marked, BasicFileAttributes attributes) {
        if (!marked.page().version().matches(attributes)) {
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
                // left by a run that was killed: try the next number
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
