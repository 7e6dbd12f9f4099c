package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.page.PagePatterns;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which requests are views, as far as the owner decides it.
 *
 * @param hosts the site's hosts, lower case; empty counts every host. Applies where the log tells the host
 * @param pages which pages are counted
 * @param ignoredAddresses whose requests are not counted
 */
public record ViewPolicy(Set<String> hosts, PagePatterns pages, AddressRanges ignoredAddresses) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]+)?");

    /** Counts every page, whoever reads it. */
    public static final ViewPolicy DEFAULT = new ViewPolicy(Set.of(), PagePatterns.ALL, AddressRanges.NONE);

    public ViewPolicy {
        hosts = hosts.stream().map(ViewPolicy::host).collect(Collectors.toUnmodifiableSet());
        requireNonNull(pages, "pages");
        requireNonNull(ignoredAddresses, "ignoredAddresses");
    }

    /** An address in place of a host would match no request: nothing would count, in silence. */
    private static String host(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("<hosts> (pagetrack.hosts) holds '" + host
                    + "', which is no host: write it without scheme and path, as blog.example.com.");
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
