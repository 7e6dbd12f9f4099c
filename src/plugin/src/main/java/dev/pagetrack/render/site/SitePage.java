package dev.pagetrack.render.site;

import java.nio.file.Path;

/**
 * A page of the site.
 *
 * @param pageFile its file
 * @param path its page path
 */
public record SitePage(PageFile pageFile, String path) {

    /** The file that hosts show in place of a page that does not exist. */
    public static final String NOT_FOUND = "404.html";

    /** The path of its file on the disk. */
    public Path file() {
        return pageFile.file();
    }

    /** The name of its file below the site root, with slashes. */
    public String name() {
        return pageFile.name();
    }

    /** The version of its file when the site was listed. */
    public FileVersion version() {
        return pageFile.version();
    }

    /** Its bytes as they are now. */
    public byte[] read() {
        return pageFile.read();
    }
}
