package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** How the files of a site and the words of an author become page paths. The one place that knows the canonical form. */
final class SitePages {

    private static final String INDEX = "index.html";

    private SitePages() {}

    /** The page path of a file, given relative to the site root with slashes; the root itself is {@code /}. */
    static String ofFile(String relativePath) {
        var page = canonical(withoutIndex(relativePath));
        return page.isEmpty() ? "/" : page;
    }

    /** The page path that an author means, with or without leading slash or percent-encoding. */
    static String path(String written) {
        return ofFile(decoded(withoutLeadingSlash(written)));
    }

    /** The beginning of page paths that an author means; empty for all pages. */
    static String prefix(String written) {
        return canonical(decoded(withoutLeadingSlash(written)));
    }

    /** Where readers find a file of the site, relative to its root, not yet encoded as a URL. */
    static String link(String relativePath) {
        return withoutIndex(relativePath);
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

    private static String withoutIndex(String path) {
        boolean index = path.equals(INDEX) || path.endsWith("/" + INDEX);
        return index ? path.substring(0, path.length() - INDEX.length()) : path;
    }

    private static String withoutLeadingSlash(String written) {
        return written.startsWith("/") ? written.substring(1) : written;
    }

    /** A percent sign and a hash sign are the only characters a page path escapes. */
    private static String canonical(String decoded) {
        return decoded.replace("%", "%25").replace("#", "%23");
    }

    /** The text with its percent escapes resolved; the text itself if they are none. */
    static String decoded(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        var bytes = new ByteArrayOutputStream(written.length());
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) != '%') {
                int end = written.offsetByCodePoints(i, 1);
                bytes.writeBytes(written.substring(i, end).getBytes(UTF_8));
                i = end - 1;
            } else if (written.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(written.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                return written;
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return written;
        }
    }
}
