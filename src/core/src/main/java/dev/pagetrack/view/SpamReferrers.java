package dev.pagetrack.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of spam hosts, which send themselves as referrers only to appear in statistics. Immutable.
 *
 * <p>The list in the jar, {@code spam-referrers.txt}, comes from Matomo. The comment at its beginning says how to
 * update it.
 */
final class SpamReferrers {

    private final Set<String> hosts;

    /** Read on first use, because a log without referrers does not need it. */
    private static final class Bundled {
        static final SpamReferrers LIST = of(BundledLines.of("spam-referrers.txt"));
    }

    private SpamReferrers(Set<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * The list in the jar of pagetrack.
     *
     * @throws IllegalStateException if its file is damaged
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

    /** Whether the list holds a host, which must be in lower case, or one of its parent domains. */
    boolean contains(String host) {
        int dot = host.indexOf('.');
        return hosts.contains(host) || (dot >= 0 && contains(host.substring(dot + 1)));
    }
}
