package dev.pagetrack.suspect;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.AsciiLiteral;
import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is suspicious about requests that look like those of readers, and says which suspicions reject them. All
 * others are only reported, because each rule is also true for some readers, such as those behind a proxy.
 *
 * @param rejecting the suspicions that reject a request
 * @param networks the hosting networks
 */
public record SuspectRules(Set<Suspicion> rejecting, HostingNetworks networks) {

    /** Rejects nothing. */
    public static final SuspectRules REPORTING = new SuspectRules(Set.of(), HostingNetworks.BUNDLED);

    private static final AsciiLiteral TLS_1_3 = AsciiLiteral.of("TLSv1.3");
    private static final int HTTP_VERSION = "HTTP/".length();

    public SuspectRules {
        rejecting = Set.copyOf(rejecting);
        requireNonNull(networks, "networks");
    }

    /**
     * The rules of the settings {@code suspects} and {@code hostingNetworks}.
     *
     * @param rejecting the names of the rules that reject
     * @throws dev.pagetrack.WrongSettingException for an unknown name
     */
    public static SuspectRules of(Collection<String> rejecting, HostingNetworks networks) {
        return new SuspectRules(
                rejecting.stream().map(Suspicion::parse).collect(Collectors.toUnmodifiableSet()), networks);
    }

    /** The suspicions that reject a request, as a bit set. */
    public int rejectingBits() {
        return rejecting.stream().mapToInt(Suspicion::bit).sum();
    }

    /** The names of the rules that reject, in their order. */
    public List<String> labels() {
        return Arrays.stream(Suspicion.values())
                .filter(rejecting::contains)
                .map(Suspicion::label)
                .toList();
    }

    /**
     * The suspicions about a request, as a bit set.
     *
     * @param clientVersions whether the versions of HTTP and TLS in the log are those of the client
     */
    public int suspicions(LogLine line, AgentFacts agent, boolean clientVersions) {
        int found = agent.contradictory() ? Suspicion.CONTRADICTION.bit() : 0;
        if (line.has(Field.ASN) && networks.contains(line.bytes(), line.from(Field.ASN), line.to(Field.ASN))) {
            found |= Suspicion.HOSTING.bit();
        }
        if (clientVersions && agent.known() && line.has(Field.TLS_PROTOCOL)) {
            int http = httpVersion(line);
            if (http == 1 && agent.modern()) {
                found |= Suspicion.HTTP1.bit();
            }
            if (agent.isOutdated(http, line.is(Field.TLS_PROTOCOL, TLS_1_3))) {
                found |= Suspicion.OUTDATED.bit();
            }
        }
        return found;
    }

    /** The major version of HTTP, of a value such as {@code HTTP/2.0}; 0 if the log does not tell it. */
    private static int httpVersion(LogLine line) {
        return line.length(Field.PROTOCOL_VERSION) > HTTP_VERSION
                ? line.bytes()[line.from(Field.PROTOCOL_VERSION) + HTTP_VERSION] - '0'
                : 0;
    }
}
