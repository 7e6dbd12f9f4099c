package dev.pagetrack.render.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the file that an address means which is written in another file of the site. */
public final class SiteAddress {

    /** The host of relative addresses if that of the site is unknown. */
    private static final String NO_HOST = "site.invalid";

    private SiteAddress() {}

    /**
     * The names of the files below the site root that an address may mean, the likeliest first; none if it leads out of
     * the site or is no address.
     *
     * @param address the address, relative or not
     * @param file the name of the file that holds it, below the site root, with slashes
     */
    public static List<String> files(String address, String file, SiteRoot root) {
        return path(address, file, root)
                .map(path -> path.isEmpty() || path.endsWith("/")
                        ? List.of(path + "index.html")
                        : List.of(path, path + ".html", path + "/index.html"))
                .orElse(List.of());
    }

    /** The path of an address below that of the site. */
    private static Optional<String> path(String address, String file, SiteRoot root) {
        try {
            var host = root.host().isEmpty() ? NO_HOST : root.host();
            var target = new URI("https", host, "/" + root.prefix() + file, null).resolve(new URI(address.strip()));
            var path = target.getPath();
            var targetHost = target.getHost();
            boolean here = targetHost != null
                    && (root.host().isEmpty()
                            || targetHost.toLowerCase(Locale.ROOT).equals(host));
            var start = "/" + root.prefix();
            return here && path != null && path.startsWith(start)
                    ? Optional.of(path.substring(start.length()))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
