package dev.pagetrack.render.site;

import java.nio.file.Path;
import java.util.List;

/**
 * A page of the site.
 *
 * @param pageFile its file
 * @param path its page path, as the table has it
 * @param pathInSite its page path without the path of the site's address. Patterns are matched with it, so that they mean
 *     the same wherever the site lies
 */
public record SitePage(PageFile pageFile, String path, String pathInSite) {

    private static final List<String> NOT_FOUND = List.of("404.html", "404.htm", "404/index.html");

    /** The path of its file on the disk. */
    public Path file() {
        return pageFile.file();
    }

    /** The name of its file below the site root, with slashes. */
    public String name() {
        return pageFile.name();
    }

    /**
     * Whether this is the page that hosts show in place of one that does not exist. A site with several languages has
     * one for each.
     */
    public boolean isNotFoundPage() {
        for (var end : NOT_FOUND) {
            if (name().equals(end) || name().endsWith("/" + end)) {
                return true;
            }
        }
        return false;
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
