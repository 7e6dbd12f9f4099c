package dev.pagetrack.suspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a user agent says about its program, for the rules that also need the rest of the line.
 *
 * @param contradictory whether it contradicts itself
 * @param known whether it is the unchanged agent of a browser whose versions are known. Nothing else holds for others
 * @param modern whether a browser of this version speaks HTTP/2 with every server that does
 * @param beforeHttp2 whether the browser of this version cannot speak HTTP/2
 * @param beforeHttp3 whether it cannot speak HTTP/3
 * @param beforeTls13 whether it cannot speak TLS 1.3
 */
public record AgentFacts(
        boolean contradictory,
        boolean known,
        boolean modern,
        boolean beforeHttp2,
        boolean beforeHttp3,
        boolean beforeTls13) {

    /** Nothing is known. */
    public static final AgentFacts NONE = new AgentFacts(false, false, false, false, false, false);

    /** No browser has a longer agent, and the patterns would be slow for very long ones, which an attack may send. */
    private static final int MAX_LENGTH = 400;

    /** The facts about a user agent, which must be percent-decoded. */
    public static AgentFacts of(byte[] agent) {
        if (agent.length > MAX_LENGTH) {
            return NONE;
        }
        var text = new String(agent, ISO_8859_1);
        var browser = KnownBrowser.of(text);
        boolean contradictory = Contradictions.in(text);
        if (browser.isEmpty()) {
            return new AgentFacts(contradictory, false, false, false, false, false);
        }
        var kind = browser.get().kind();
        int version = browser.get().version();
        return new AgentFacts(
                contradictory,
                true,
                version >= kind.modern(),
                version < kind.http2(),
                version < kind.http3(),
                version < kind.tls13());
    }

    /**
     * Whether the browser is older than what it speaks.
     *
     * @param http the major version of HTTP
     * @param tls13 whether it speaks TLS 1.3
     */
    boolean isOutdated(int http, boolean tls13) {
        return (http == 2 && beforeHttp2) || (http == 3 && beforeHttp3) || (tls13 && beforeTls13);
    }
}
