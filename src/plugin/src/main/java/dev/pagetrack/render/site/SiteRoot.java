package dev.pagetrack.render.site;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.page.PagePath;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a site is: its folder on this machine, and its address on the web.
 *
 * @param folder the folder of generated HTML
 * @param url the site's address. Its path is the prefix of all page paths, and canonical links to other hosts are
 *     ignored
 */
public record SiteRoot(Path folder, Optional<URI> url) {

    public SiteRoot {
        requireNonNull(folder, "folder");
        requireNonNull(url, "url");
        url.ifPresent(SiteRoot::requireAddress);
    }

    /** The path of the site at its host, not percent-encoded: empty, or a path that ends in a slash. */
    public String prefix() {
        var path = SitePaths.decoded(url.map(URI::getRawPath).orElse("").replaceFirst("^/", ""));
        return path.isEmpty() || path.endsWith("/") ? path : path + "/";
    }

    /** The beginning of all page paths of the site: empty, or a path that ends in a slash. */
    public String pathPrefix() {
        return PagePath.escape(prefix());
    }

    /** The host of the address in lower case; empty if unknown. */
    public String host() {
        return url.map(address -> address.getHost().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static void requireAddress(URI url) {
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new RenderException(
                    "siteUrl '" + url + "' is not a site's address: write it as https://example.com/blog/");
        }
    }
}
