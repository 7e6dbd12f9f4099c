package dev.pagetrack.render.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a page. For a page that is not read, only this is known, because computing its page path takes time.
 *
 * @param file its path on the disk
 * @param name its name below the site root, with slashes
 * @param version its version when the site was listed
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
