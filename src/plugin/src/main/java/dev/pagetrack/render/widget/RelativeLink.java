package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.pagetrack.html.ByteSearch;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links from page to page: relative ones hold wherever the site lies, under a prefix, on another host, in a folder. */
final class RelativeLink {

    /** What a path segment may hold besides letters (RFC 3986, 3.3). */
    private static final String PLAIN = "0123456789-._~!$&'()*+,;=:@/";

    /** What needs no escape in any text that holds a URL: none of it means anything to HTML, JSON or JavaScript. */
    private static final String PLAINEST = "0123456789-._~/";

    private static final String HEX = "0123456789ABCDEF";

    private RelativeLink() {}

    /**
     * The link to one page as it stands on another, as a URL.
     *
     * @param from the file of the page it stands on, relative to the site root with slashes
     * @param to where readers find the other page, relative to the site root
     */
    static String between(String from, String to) {
        int shared = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                shared = i + 1;
            }
        }
        long up = from.substring(shared).chars().filter(c -> c == '/').count();
        var link = "../".repeat((int) up) + encoded(to.substring(shared));
        return link.isEmpty() || looksLikeScheme(link) ? "./" + link : link;
    }

    /** A colon in the first segment would make a URL of a path (RFC 3986, 4.2). */
    private static boolean looksLikeScheme(String link) {
        int colon = link.indexOf(':');
        int slash = link.indexOf('/');
        return colon >= 0 && (slash < 0 || colon < slash);
    }

    /**
     * The link to a page from anywhere on its host.
     *
     * @param path where readers find the page, relative to the host's root
     */
    static String fromRoot(String path) {
        return "/" + encoded(path);
    }

    /**
     * The address of a page, spelt so that it needs no escape in any text.
     *
     * @param site the site's address; without one, the link begins at the host's root
     * @param path where readers find the page, relative to the host's root
     */
    static String absolute(Optional<URI> site, String path) {
        var host = site.filter(
                        url -> url.getHost() != null && Set.of("http", "https").contains(url.getScheme()))
                .map(url -> url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()))
                .orElse("");
        return host + "/" + encoded(path, PLAINEST);
    }

    /** A query that asks for pages: {@code page=blog/a/&page=blog/a.html}. */
    static String query(List<String> pages) {
        return pages.stream().map(page -> "page=" + encoded(page, PLAINEST)).collect(joining("&"));
    }

    private static String encoded(String path) {
        return encoded(path, PLAIN);
    }

    private static String encoded(String path, String plain) {
        var url = new StringBuilder();
        for (byte b : path.getBytes(UTF_8)) {
            if (ByteSearch.isLetter(b) || plain.indexOf(b) >= 0) {
                url.append((char) b);
            } else {
                url.append('%').append(HEX.charAt((b & 0xFF) >> 4)).append(HEX.charAt(b & 0xF));
            }
        }
        return url.toString();
    }
}
