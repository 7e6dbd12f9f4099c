package dev.pagetrack.render.scan;

import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Converts canonical links to page paths of this site. */
final class CanonicalLink {

    private CanonicalLink() {}

    /**
     * The pages by the page paths of their canonical links, or by their own paths if they have none. If several pages
     * have the same one, the first page wins.
     *
     * @param host the site's host in lower case; empty if unknown
     */
    static Map<String, SitePage> byPath(List<SitePage> pages, String host) {
        var links = pages.parallelStream()
                .map(page -> page(PageHead.of(page).canonical(), host).orElse(page.path()))
                .toList();
        var byPath = new HashMap<String, SitePage>();
        for (int i = 0; i < links.size(); i++) {
            byPath.putIfAbsent(links.get(i), pages.get(i));
        }
        return byPath;
    }

    /**
     * The page path of a link; empty if the link leads to another host, or has neither a host nor an absolute path.
     *
     * @param link the link as written
     * @param host the site's host in lower case; empty if unknown, so that every host is accepted
     */
    static Optional<String> page(String link, String host) {
        int slashes = link.startsWith("//") ? 0 : link.indexOf("://") + 1;
        if (link.startsWith("/") && !link.startsWith("//")) {
            return Optional.of(SitePaths.path(withoutQuery(link)));
        }
        if (!link.startsWith("//", slashes)) {
            return Optional.empty();
        }
        var address = withoutQuery(link.substring(slashes + 2));
        int slash = address.indexOf('/');
        var authority = slash < 0 ? address : address.substring(0, slash);
        boolean sameHost = host.isEmpty() || hostOf(authority).equals(host);
        return sameHost ? Optional.of(SitePaths.path(slash < 0 ? "/" : address.substring(slash))) : Optional.empty();
    }

    private static String withoutQuery(String link) {
        for (int i = 0; i < link.length(); i++) {
            if (link.charAt(i) == '?' || link.charAt(i) == '#') {
                return link.substring(0, i);
            }
        }
        return link;
    }

    private static String hostOf(String authority) {
        int port = authority.indexOf(':');
        return (port < 0 ? authority : authority.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
