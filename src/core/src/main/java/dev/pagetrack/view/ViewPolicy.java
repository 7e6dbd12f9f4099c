package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.Sha256;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.page.Slashes;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.suspect.Suspicion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings of the owner that decide which requests are views.
 *
 * @param hosts the hosts of the site, in lower case; empty counts every host. They apply if the log has the host
 * @param pages which paths are pages, and which of these count
 * @param ignoredAddresses the addresses whose requests are not counted
 * @param suspects which rules about faked browsers reject requests
 * @param cutover the UTC day from whose beginning requests are counted; another function counted older ones
 */
public record ViewPolicy(
        Set<String> hosts,
        PagePolicy pages,
        AddressRanges ignoredAddresses,
        SuspectRules suspects,
        Optional<LocalDate> cutover) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]+)?");

    /** Counts every page on every host, for requests from every address. */
    public static final ViewPolicy DEFAULT = new ViewPolicy(Set.of(), PagePatterns.ALL, AddressRanges.NONE);

    /** Creates a policy without a cut-over day, which counts requests of any time. */
    public ViewPolicy(Set<String> hosts, PagePatterns pages, AddressRanges ignoredAddresses) {
        this(hosts, PagePolicy.of(pages), ignoredAddresses, Optional.empty());
    }

    /** Creates a policy that rejects no suspicious requests. */
    public ViewPolicy(
            Set<String> hosts, PagePolicy pages, AddressRanges ignoredAddresses, Optional<LocalDate> cutover) {
        this(hosts, pages, ignoredAddresses, SuspectRules.REPORTING, cutover);
    }

    public ViewPolicy {
        requireNonNull(cutover, "cutover");
        hosts = hosts.stream().map(ViewPolicy::host).collect(Collectors.toUnmodifiableSet());
        requireNonNull(pages, "pages");
        requireNonNull(ignoredAddresses, "ignoredAddresses");
        requireNonNull(suspects, "suspects");
    }

    /** The same policy with another cut-over day, or without one. */
    public ViewPolicy withCutover(Optional<LocalDate> day) {
        return new ViewPolicy(hosts, pages, ignoredAddresses, suspects, day);
    }

    /** The first second, since 1970 UTC, whose requests count. */
    long firstSecond() {
        return cutover.map(day -> day.atStartOfDay().toEpochSecond(ZoneOffset.UTC))
                .orElse(Long.MIN_VALUE);
    }

    /**
     * The names of the settings with hashes of their values. They tell whether another policy is the same, without
     * revealing an ignored address.
     */
    public Map<String, String> fingerprints() {
        return Map.of(
                "hosts", fingerprint(hosts),
                "includes", fingerprint(pages.counted().includes()),
                "excludes", fingerprint(pages.counted().excludes()),
                "pages", fingerprint(pages.alsoPages().includes()),
                "mergeSlashes", pages.slashes() == Slashes.MERGED ? "true" : "false",
                "ignoreAddresses", fingerprint(ignoredAddresses.texts()),
                "suspects", fingerprint(suspects.labels()),
                "hostingNetworks", fingerprint(countingNetworks()));
    }

    /** The networks that the owner added, if they change what counts. */
    private List<String> countingNetworks() {
        return suspects.rejecting().contains(Suspicion.HOSTING)
                ? suspects.networks().added().stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String fingerprint(Collection<String> values) {
        var digest = Sha256.create();
        for (var value : new TreeSet<>(values)) {
            digest.update(value.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return Sha256.hex(digest).substring(0, 16);
    }

    /**
     * Rejects a URL instead of a host name, because it would match no request, and no view would count without an
     * error.
     */
    private static String host(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new WrongSettingException("<hosts> (pagetrack.hosts) holds '" + host
                    + "', which is not a host name: write it without scheme and path, such as blog.example.com.");
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
