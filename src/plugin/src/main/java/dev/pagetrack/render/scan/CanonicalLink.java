package dev.pagetrack.render.scan;

import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a canonical link as the name of a page of this site. */
final class CanonicalLink {

    private CanonicalLink() {}

    /** The pages by the paths of their canonical links. Of several that claim a path the first in their order gets it. */
    static Map<String, SitePage> names(List<SitePage> pages, String host) {
        var links = pages.parallelStream()
                .map(page -> page(PageHead.of(page).canonical(), host).orElse(page.path()))
                .toList();
        var names = new HashMap<String, SitePage>();
        for (int i = 0; i < links.size(); i++) {
            names.putIfAbsent(links.get(i), pages.get(i));
        }
        return names;
    }

    /**
     * The page path the link names; empty if it lies on another host or cannot be told.
     *
     * @param link the link as written
     * @param host the site's host in lower case; empty if unknown, when any host is taken for it
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
        boolean here = host.isEmpty() || hostOf(authority).equals(host);
        return here ? Optional.of(SitePaths.path(slash < 0 ? "/" : address.substring(slash))) : Optional.empty();
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
