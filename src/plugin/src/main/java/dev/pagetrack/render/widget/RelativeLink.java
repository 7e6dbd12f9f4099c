package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.pagetrack.html.ByteSearch;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes links to pages. A relative link works wherever the site lies: under a prefix, on another host, in a folder. */
final class RelativeLink {

    /** The characters that a path may hold besides letters, without escapes (RFC 3986, 3.3). */
    private static final String IN_PATH = "0123456789-._~!$&'()*+,;=:@/";

    /** The characters, besides letters, that need no escape where a URL stands in HTML, JSON or JavaScript. */
    private static final String IN_ANY_TEXT = "0123456789-._~/";

    private static final String HEX = "0123456789ABCDEF";

    private RelativeLink() {}

    /**
     * The relative link from one page to another.
     *
     * @param from the file of the page that has the link, relative to the site root with slashes
     * @param to the path of the other page in its URL, relative to the site root
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

    /** Whether a browser would read the first segment as a scheme, because it holds a colon (RFC 3986, 4.2). */
    private static boolean looksLikeScheme(String link) {
        int colon = link.indexOf(':');
        int slash = link.indexOf('/');
        return colon >= 0 && (slash < 0 || colon < slash);
    }

    /**
     * The link to a page from any page of its host.
     *
     * @param path the path of the page in its URL, relative to the root of the host
     */
    static String fromRoot(String path) {
        return "/" + encoded(path);
    }

    /**
     * The absolute URL of a page, encoded so that it needs no escaping in HTML, JSON or JavaScript.
     *
     * @param site the site's address; if it is empty, the link has no host and begins with a slash
     * @param path the path of the page in its URL, relative to the root of the host
     */
    static String absolute(Optional<URI> site, String path) {
        var host = site.filter(
                        url -> url.getHost() != null && Set.of("http", "https").contains(url.getScheme()))
                .map(url -> url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()))
                .orElse("");
        return host + "/" + encoded(path, IN_ANY_TEXT);
    }

    /** The query of a URL of the statistics API that asks for pages: {@code page=blog/a/&page=blog/a.html}. */
    static String query(List<String> pages) {
        return pages.stream().map(page -> "page=" + encoded(page, IN_ANY_TEXT)).collect(joining("&"));
    }

    private static String encoded(String path) {
        return encoded(path, IN_PATH);
    }

    private static String encoded(String path, String unescaped) {
        var url = new StringBuilder();
        for (byte b : path.getBytes(UTF_8)) {
            if (ByteSearch.isLetter(b) || unescaped.indexOf(b) >= 0) {
                url.append((char) b);
            } else {
                url.append('%').append(HEX.charAt((b & 0xFF) >> 4)).append(HEX.charAt(b & 0xF));
            }
        }
        return url.toString();
    }
}
