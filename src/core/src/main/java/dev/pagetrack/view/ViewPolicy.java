package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.Sha256;
import dev.pagetrack.page.PagePatterns;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which requests are views, as far as the owner decides it.
 *
 * @param hosts the site's hosts, lower case; empty counts every host. Applies where the log tells the host
 * @param pages which pages are counted
 * @param ignoredAddresses whose requests are not counted
 * @param cutover the UTC day from whose begin on requests are counted; older ones were counted by another function
 */
public record ViewPolicy(
        Set<String> hosts, PagePatterns pages, AddressRanges ignoredAddresses, Optional<LocalDate> cutover) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]+)?");

    /** Counts every page, whoever reads it. */
    public static final ViewPolicy DEFAULT = new ViewPolicy(Set.of(), PagePatterns.ALL, AddressRanges.NONE);

    /** Counts requests of any time. */
    public ViewPolicy(Set<String> hosts, PagePatterns pages, AddressRanges ignoredAddresses) {
        this(hosts, pages, ignoredAddresses, Optional.empty());
    }

    public ViewPolicy {
        requireNonNull(cutover, "cutover");
        hosts = hosts.stream().map(ViewPolicy::host).collect(Collectors.toUnmodifiableSet());
        requireNonNull(pages, "pages");
        requireNonNull(ignoredAddresses, "ignoredAddresses");
    }

    /** The same policy from a day on, or for any time. */
    public ViewPolicy withCutover(Optional<LocalDate> day) {
        return new ViewPolicy(hosts, pages, ignoredAddresses, day);
    }

    /** The first epoch second that counts. */
    long firstSecond() {
        return cutover.map(day -> day.atStartOfDay().toEpochSecond(ZoneOffset.UTC))
                .orElse(Long.MIN_VALUE);
    }

    /**
     * The parameters that make this policy, each with a hash of its value: to tell whether another is the same, and not to
     * tell an own address.
     */
    public Map<String, String> fingerprints() {
        return Map.of(
                "hosts", fingerprint(hosts),
                "includes", fingerprint(pages.includes()),
                "excludes", fingerprint(pages.excludes()),
                "ignoreAddresses", fingerprint(ignoredAddresses.texts()));
    }

    private static String fingerprint(Collection<String> values) {
        var digest = Sha256.create();
        for (var value : new TreeSet<>(values)) {
            digest.update(value.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return Sha256.hex(digest).substring(0, 16);
    }

    /** An address in place of a host would match no request: nothing would count, in silence. */
    private static String host(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new WrongSettingException("<hosts> (pagetrack.hosts) holds '" + host
                    + "', which is no host: write it without scheme and path, as blog.example.com.");
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
