package dev.pagetrack.render;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a canonical link as the name of a page of this site. */
final class CanonicalLink {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?i:https?):)?//(?:[^/?#@]*@)?([^/?#:]+)(?::[0-9]*)?(/[^?#]*)?(?:[?#].*)?");
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("(/[^?#]*)(?:[?#].*)?");

    private CanonicalLink() {}

    /**
     * The page path the link names; empty if it lies on another host or cannot be told.
     *
     * @param host the site's host in lower case; empty if unknown, when any host is taken for it
     */
    static Optional<String> page(String link, String host) {
        var address = ADDRESS.matcher(link);
        if (address.matches()) {
            boolean here = host.isEmpty() || address.group(1).toLowerCase(Locale.ROOT).equals(host);
            var path = address.group(2) == null ? "/" : address.group(2);
            return here ? Optional.of(SitePages.path(path)) : Optional.empty();
        }
        var path = ABSOLUTE_PATH.matcher(link);
        return path.matches() ? Optional.of(SitePages.path(path.group(1))) : Optional.empty();
    }
}
