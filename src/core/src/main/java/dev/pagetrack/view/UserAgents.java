package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PercentDecoder;
import java.util.Arrays;

/** Tells readers from programs by their user agents. The same few agents make most requests, so they are remembered. */
final class UserAgents {

    /** The agent CloudFront fetches from its origin with. */
    private static final byte[] ORIGIN_FETCH = "Amazon CloudFront".getBytes(US_ASCII);

    /**
     * What an agent is.
     *
     * @param browser the browser's family, of a reader
     * @param rejection why it is no reader, or null
     */
    record Agent(String browser, Rejection rejection) {

        static Agent rejected(Rejection reason) {
            return new Agent("", reason);
        }
    }

    private static final int AGENTS = 1 << 13;
    private static final Agent EMPTY = Agent.rejected(Rejection.EMPTY_USER_AGENT);
    private static final Agent NOT_LOGGED = new Agent(BrowserFamily.OTHER.label(), null);

    private final ByteCache<Agent> known = new ByteCache<>(AGENTS, UserAgents::find);
    private Agent none = EMPTY;

    /** Says whether the log has agents at all; where it has none, everybody passes for a reader. */
    void setLogged(boolean told) {
        none = told ? EMPTY : NOT_LOGGED;
    }

    Agent classify(LogLine line) {
        if (!line.has(Field.USER_AGENT)) {
            return none;
        }
        return known.get(line.bytes(), line.from(Field.USER_AGENT), line.to(Field.USER_AGENT));
    }

    private static Agent find(byte[] bytes, int from, int to) {
        byte[] agent = decoded(Arrays.copyOfRange(bytes, from, to));
        if (Arrays.equals(agent, ORIGIN_FETCH)) {
            return Agent.rejected(Rejection.ORIGIN_FETCH);
        }
        return BotList.bundled().matches(agent, 0, agent.length)
                ? Agent.rejected(Rejection.BOT)
                : new Agent(BrowserFamily.of(agent, 0, agent.length).label(), null);
    }

    /**
     * The agent without percent-encoding. CloudFront encodes it once or, in older logs, twice; a second decoding of one
     * that was encoded once changes nothing that tells agents apart.
     */
    private static byte[] decoded(byte[] agent) {
        int length = PercentDecoder.decodeLeniently(agent, agent.length);
        return Arrays.copyOf(agent, PercentDecoder.decodeLeniently(agent, length));
    }
}
