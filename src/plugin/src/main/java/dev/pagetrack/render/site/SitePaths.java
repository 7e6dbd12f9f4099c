package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.PercentDecoder;
import java.util.List;

/** Converts names of files, and paths that an author wrote, into page paths. */
public final class SitePaths {

    private static final String INDEX = "index.html";

    private SitePaths() {}

    /**
     * The page path of a file, which is given relative to the site root with slashes. A file name that cannot become a
     * page path was never counted, and is returned unchanged.
     */
    public static String ofFile(String relativePath) {
        return PagePath.ofDecoded(relativePath).map(PagePath::value).orElse(relativePath);
    }

    /** The page path of a path that an author wrote, with or without leading slash or percent-encoding. */
    public static String path(String written) {
        return ofFile(decoded(withoutLeadingSlash(written)));
    }

    /** The prefix of page paths for one that an author wrote; empty for all pages. */
    public static String prefix(String written) {
        return PagePath.escape(decoded(withoutLeadingSlash(written)));
    }

    /** The address of a file of the site, relative to the site root, not yet percent-encoded. */
    public static String link(String relativePath) {
        boolean index = relativePath.equals(INDEX) || relativePath.endsWith("/" + INDEX);
        return index ? relativePath.substring(0, relativePath.length() - INDEX.length()) : relativePath;
    }

    /** The page paths that mean the same page as this one, if the site has no page with exactly this path. */
    static List<String> variants(String path) {
        var stem = stem(path);
        return List.of(stem + "/", stem + ".html", stem + ".htm", stem);
    }

    /** The part of a page path that its spellings share: without the slash or the {@code .html} at its end. */
    public static String stem(String path) {
        for (var end : List.of("/", ".html", ".htm")) {
            if (path.length() > end.length() && path.endsWith(end)) {
                return path.substring(0, path.length() - end.length());
            }
        }
        return path;
    }

    private static String withoutLeadingSlash(String written) {
        return written.startsWith("/") ? written.substring(1) : written;
    }

    /** The text with its percent escapes resolved; the text itself if they are not valid. */
    static String decoded(String written) {
        return PercentDecoder.decode(written).orElse(written);
    }
}
