package dev.pagetrack.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the site.
 *
 * @param file where it lies
 * @param name its file relative to the site root, with slashes
 * @param path its page path
 */
record SitePage(Path file, String name, String path) {

    /** The file that hosts show in place of a page that does not exist. */
    static final String NOT_FOUND = "404.html";

    /** The page's bytes as they are now. */
    byte[] read() {
        return read(file);
    }

    /** The bytes of a file that may be a page. */
    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The page " + file + " cannot be read: " + e, e);
        }
    }
}
