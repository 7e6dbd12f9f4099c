package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.PercentDecoder;
import java.util.List;

/** How the files of a site and the words of an author become page paths. */
public final class SitePaths {

    private static final String INDEX = "index.html";

    private SitePaths() {}

    /**
     * The page path of a file, given relative to the site root with slashes. A file whose name no page path can have was
     * never counted, and keeps its name.
     */
    public static String ofFile(String relativePath) {
        return PagePath.ofDecoded(relativePath).map(PagePath::value).orElse(relativePath);
    }

    /** The page path that an author means, with or without leading slash or percent-encoding. */
    public static String path(String written) {
        return ofFile(decoded(withoutLeadingSlash(written)));
    }

    /** The beginning of page paths that an author means; empty for all pages. */
    public static String prefix(String written) {
        return PagePath.escape(decoded(withoutLeadingSlash(written)));
    }

    /** Where readers find a file of the site, relative to its root, not yet encoded as a URL. */
    public static String link(String relativePath) {
        boolean index = relativePath.equals(INDEX) || relativePath.endsWith("/" + INDEX);
        return index ? relativePath.substring(0, relativePath.length() - INDEX.length()) : relativePath;
    }

    /** The page paths that mean the same page as this one, if the site has no page of exactly this path. */
    static List<String> variants(String path) {
        var stem = path;
        for (var end : List.of("/", ".html", ".htm")) {
            if (path.length() > end.length() && path.endsWith(end)) {
                stem = path.substring(0, path.length() - end.length());
                break;
            }
        }
        return List.of(stem + "/", stem + ".html", stem + ".htm", stem);
    }

    private static String withoutLeadingSlash(String written) {
        return written.startsWith("/") ? written.substring(1) : written;
    }

    /** The text with its percent escapes resolved; the text itself if they are none. */
    static String decoded(String written) {
        return PercentDecoder.decode(written).orElse(written);
    }
}
