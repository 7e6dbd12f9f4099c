package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which requests are views, as far as the owner decides it.
 *
 * @param hosts the site's hosts, lower case; empty counts every host. Applies where the log tells the host
 * @param pages which pages are counted
 * @param ignoredAddresses whose requests are not counted
 */
public record ViewPolicy(Set<String> hosts, PagePatterns pages, AddressRanges ignoredAddresses) {

    /** Counts every page, whoever reads it. */
    public static final ViewPolicy DEFAULT = new ViewPolicy(Set.of(), PagePatterns.ALL, AddressRanges.NONE);

    public ViewPolicy {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        requireNonNull(pages, "pages");
        requireNonNull(ignoredAddresses, "ignoredAddresses");
    }
}
