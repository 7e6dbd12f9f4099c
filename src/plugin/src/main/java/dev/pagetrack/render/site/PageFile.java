package dev.pagetrack.render.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a page. It is all that is known of a page that is not read, for to find the page path takes time.
 *
 * @param file where it lies
 * @param name its name below the site root, with slashes
 * @param version as it was found
 */
public record PageFile(Path file, String name, FileVersion version) {

    /** The page's bytes as they are now. */
    byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be read: " + e, e);
        }
    }
}
