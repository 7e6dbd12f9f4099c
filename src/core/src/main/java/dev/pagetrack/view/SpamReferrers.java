package dev.pagetrack.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hosts that name themselves as referrers only to be seen in statistics. Immutable.
 *
 * <p>The shipped list, {@code spam-referrers.txt}, is Matomo's; its head says how it is brought up to date.
 */
final class SpamReferrers {

    private final Set<String> hosts;

    /** Read when first asked for: a log without referrers needs none of it. */
    private static final class Bundled {
        static final SpamReferrers LIST = of(BundledLines.of("spam-referrers.txt"));
    }

    private SpamReferrers(Set<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * The list that comes with pagetrack.
     *
     * @throws IllegalStateException when its file is damaged
     */
    static SpamReferrers bundled() {
        return Bundled.LIST;
    }

    static SpamReferrers of(List<BundledLines.Line> lines) {
        var hosts = new HashSet<String>();
        for (var line : lines) {
            hosts.add(host(line));
        }
        return new SpamReferrers(hosts);
    }

    private static String host(BundledLines.Line line) {
        if (!HostNames.isDotted(line.text())) {
            throw line.malformed("not a host in lower case");
        }
        return line.text();
    }

    /** Whether a host, in lower case, or one of those above it is on the list. */
    boolean contains(String host) {
        int dot = host.indexOf('.');
        return hosts.contains(host) || (dot >= 0 && contains(host.substring(dot + 1)));
    }
}
