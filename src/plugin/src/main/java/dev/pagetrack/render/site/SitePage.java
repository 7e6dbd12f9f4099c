package dev.pagetrack.render.site;

import java.nio.file.Path;

/**
 * A page of the site.
 *
 * @param found its file
 * @param path its page path
 */
public record SitePage(PageFile found, String path) {

    /** The file that hosts show in place of a page that does not exist. */
    public static final String NOT_FOUND = "404.html";

    /** Where its file lies. */
    public Path file() {
        return found.file();
    }

    /** The name of its file below the site root, with slashes. */
    public String name() {
        return found.name();
    }

    /** Its file as it was found. */
    public FileVersion version() {
        return found.version();
    }

    /** Its bytes as they are now. */
    public byte[] read() {
        return found.read();
    }
}
