package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PercentDecoder;
import dev.pagetrack.suspect.AgentFacts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes readers from programs by their user agents. Most requests have the same few agents, so results are
 * cached.
 */
final class UserAgents {

    /** The user agent of CloudFront when it fetches from its origin. */
    static final String CLOUDFRONT = "Amazon CloudFront";

    private static final byte[] ORIGIN_FETCH = CLOUDFRONT.getBytes(US_ASCII);

    /**
     * The result for a user agent.
     *
     * @param browser the browser family, if it is a reader
     * @param rejection why it is not a reader, or null
     * @param facts what the rules about faked browsers need, if it is a reader
     */
    record Agent(String browser, @Nullable Rejection rejection, AgentFacts facts) {

        static Agent rejected(Rejection reason) {
            return new Agent("", reason, AgentFacts.NONE);
        }
    }

    private static final int MAX_CACHED = 1 << 13;
    private static final Agent EMPTY = Agent.rejected(Rejection.EMPTY_USER_AGENT);
    private static final Agent NOT_LOGGED = new Agent(BrowserFamily.OTHER.label(), null, AgentFacts.NONE);

    private final ByteCache<Agent> cache = new ByteCache<>(MAX_CACHED, UserAgents::find);
    private Agent missing = EMPTY;

    /** Sets whether the log format has user agents. If it has none, every client counts as a reader. */
    void setLogged(boolean logged) {
        missing = logged ? EMPTY : NOT_LOGGED;
    }

    Agent classify(LogLine line) {
        if (!line.has(Field.USER_AGENT)) {
            return missing;
        }
        return cache.get(line.bytes(), line.from(Field.USER_AGENT), line.to(Field.USER_AGENT));
    }

    private static Agent find(byte[] bytes, int from, int to) {
        byte[] agent = decoded(Arrays.copyOfRange(bytes, from, to));
        if (Arrays.equals(agent, ORIGIN_FETCH)) {
            return Agent.rejected(Rejection.ORIGIN_FETCH);
        }
        var rejection = BotList.bundled().rejection(agent, 0, agent.length);
        return rejection == null
                ? new Agent(BrowserFamily.of(agent, 0, agent.length).label(), null, AgentFacts.of(agent))
                : Agent.rejected(rejection);
    }

    /**
     * Decodes the percent-encoding of an agent. CloudFront encodes it once or, in older logs, twice. To decode an agent
     * twice that was encoded once changes nothing that distinguishes agents.
     */
    private static byte[] decoded(byte[] agent) {
        int length = PercentDecoder.decodeLeniently(agent, agent.length);
        return Arrays.copyOf(agent, PercentDecoder.decodeLeniently(agent, length));
    }
}
