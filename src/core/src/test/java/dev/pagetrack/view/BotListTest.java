package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.log.Rejection;
import dev.pagetrack.testing.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotListTest {

    private static final BotList LIST = BotList.bundled();

    @RegisterExtension
    final Seed seed = Seed.of(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.0; +https://openai.com/gptbot)",
                "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/121.0.6167.139 Mobile Safari/537.36 (compatible; Googlebot/2.1;"
                        + " +http://www.google.com/bot.html)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0"
                        + " Safari/537.36",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "curl/8.5.0",
                "Wget/1.21.4",
                "python-requests/2.31.0",
                "Java/17.0.9",
                "Go-http-client/2.0",
                "okhttp/4.12.0",
                "axios/1.6.7",
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)",
                "WhatsApp/2.19.258 A",
                "Viber",
                "Dalvik/2.1.0 (Linux; U; Android 9; CUBOT_P30 Build/PPR1.180610.011)",
                "Slurp",
                "Cubot crawler",
                "robot; cubot",
            })
    void recognisesBots(String agent) {
        assertThat(matches(LIST, agent)).isTrue();
    }

    @Test
    void recognisesEveryExampleOfItsSourceList() {
        assertThat(SampleAgents.bots())
                .hasSizeGreaterThan(1000)
                .allSatisfy(examples -> assertThat(examples.agents())
                        .allSatisfy(agent -> assertThat(matches(LIST, agent))
                                .as("%s", SampleAgents.text(agent))
                                .isTrue()));
    }

    @Test
    void recognisesNoPersonAsAProgram() {
        assertThat(SampleAgents.people())
                .hasSizeGreaterThan(300)
                .allSatisfy(agent -> assertThat(rejection(LIST, agent))
                        .as("%s", SampleAgents.text(agent))
                        .isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "Mozilla/5.0",
                "Mozilla/5.0 (compatible)",
                "Mozilla/5.0 (compatible; CMSLookup/1.0)",
                "parser",
                "kube-probe/1.29",
                "reqwest/0.12.5",
                "red/1",
                "Mozilla/5.0 (\u0130; \u0131)",
            })
    void takesAnAgentWithoutABrowserForAProgram(String agent) {
        assertThat(rejection(LIST, agent.getBytes(UTF_8))).isEqualTo(Rejection.PROGRAM);
    }

    @Test
    void ignoresBytesOutsideTheRange() {
        var bytes = "Googlebot Chrome/1 bot".getBytes(UTF_8);
        assertThat(LIST.rejection(bytes, 10, 18)).isNull();
        assertThat(LIST.rejection(bytes, 10, 22)).isEqualTo(Rejection.BOT);
        assertThat(LIST.rejection(bytes, 10, 21)).isNull();
        assertThat(LIST.rejection(bytes, 11, 18)).isEqualTo(Rejection.PROGRAM);
        assertThat(LIST.rejection(bytes, 7, 18)).isNull();
        assertThat(LIST.rejection(bytes, 6, 18)).isEqualTo(Rejection.BOT);
    }

    @Test
    void aBrowserNeedsItsWordAndNoWordOfABot() {
        var list = list("\"bot\"", "+\"webkit\"", "+^\"lynx/\"", "-\"cubot webkit\"");
        assertThat(rejection(list, "a WebKit".getBytes(UTF_8))).isNull();
        assertThat(rejection(list, "Lynx/2.9".getBytes(UTF_8))).isNull();
        assertThat(rejection(list, "a Lynx/2.9".getBytes(UTF_8))).isEqualTo(Rejection.PROGRAM);
        assertThat(rejection(list, "webkit bot".getBytes(UTF_8))).isEqualTo(Rejection.BOT);
        assertThat(rejection(list, "bot webkit".getBytes(UTF_8))).isEqualTo(Rejection.BOT);
        assertThat(rejection(list, "cubot webkit".getBytes(UTF_8))).isNull();
    }

    @Test
    void anchorsAndWordEdgesReferToTheRange() {
        var list = list("^\"begin\"", "\"end\"$", "<\"word\">", "'Exact'");
        assertThat(matches(list, "begin here")).isTrue();
        assertThat(matches(list, "a begin")).isFalse();
        assertThat(matches(list, "the END")).isTrue();
        assertThat(matches(list, "ends")).isFalse();
        assertThat(matches(list, "a (word)")).isTrue();
        assertThat(matches(list, "word")).isTrue();
        assertThat(matches(list, "sword words word1")).isFalse();
        assertThat(matches(list, "inExactly")).isTrue();
        assertThat(matches(list, "exact EXACT")).isFalse();
        assertThat(list.rejection("a begin".getBytes(UTF_8), 2, 7)).isEqualTo(Rejection.BOT);
        assertThat(list.rejection("swords".getBytes(UTF_8), 1, 5)).isEqualTo(Rejection.BOT);
    }

    @Test
    void ignoresAWordWithinAnException() {
        var list = list("\"bot\"", "-\"cubot\"", "-\"; b bot \"", "-^\"bothy\"");
        assertThat(matches(list, "CUBOT one")).isFalse();
        assertThat(matches(list, "cubot bot")).isTrue();
        assertThat(matches(list, "x; B Bot 1")).isFalse();
        assertThat(matches(list, "x; B Bot")).isTrue();
        assertThat(matches(list, "bothy")).isFalse();
        assertThat(matches(list, "a bothy")).isTrue();
        assertThat(list.rejection("cubot".getBytes(UTF_8), 1, 5)).isEqualTo(Rejection.BOT);
    }

    @Test
    void agreesWithItsOracle() {
        var oracle = new BotListOracle(BundledLines.of("bots.txt"));
        var agents = mutated(SampleAgents.all(), 20_000);
        assertThat(agents)
                .allSatisfy(agent -> assertThat(rejection(LIST, agent))
                        .as("%s", SampleAgents.text(agent))
                        .isEqualTo(oracle.rejection(agent)));
    }

    /** The words of the list must not depend on the versions in the examples. */
    @Test
    void recognisesOtherVersionsOfTheExamples() {
        var random = seed.random();
        for (var examples : SampleAgents.bots()) {
            var original = Pattern.compile(examples.pattern());
            for (var example : examples.agents()) {
                var text = SampleAgents.withOtherVersions(example, random);
                if (original.matcher(text).find()) {
                    assertThat(matches(LIST, text.getBytes(ISO_8859_1)))
                            .as("%s in %s", original, text)
                            .isTrue();
                }
            }
        }
    }

    /** An exception that no sample needs may hide a bot for nothing. */
    @Test
    void everyExceptionIsNeeded() {
        var lines = BundledLines.of("bots.txt");
        for (var line : lines) {
            if (line.text().startsWith("-")) {
                var without = BotList.of(
                        lines.stream().filter(other -> !other.equals(line)).toList());
                assertThat(SampleAgents.people().stream().anyMatch(agent -> matches(without, agent)))
                        .as("people need %s", line.text())
                        .isTrue();
            }
        }
    }

    @Test
    void staysSmall() {
        assertThat(LIST.patterns()).isBetween(500, 2000);
        assertThat(LIST.states()).isLessThan(10_000);
    }

    private List<byte[]> mutated(List<byte[]> agents, int count) {
        var random = seed.random();
        var all = new ArrayList<>(agents);
        for (int i = 0; i < count; i++) {
            var agent = agents.get(random.nextInt(agents.size()));
            all.add(SampleAgents.mutate(agent, agents.get(random.nextInt(agents.size())), random));
        }
        return all;
    }

    private static BotList list(String... lines) {
        return BotList.of(Arrays.stream(lines)
                .map(line -> new BundledLines.Line("test", 1, line))
                .toList());
    }

    private static boolean matches(BotList list, String agent) {
        return matches(list, agent.getBytes(UTF_8));
    }

    private static boolean matches(BotList list, byte[] agent) {
        return rejection(list, agent) == Rejection.BOT;
    }

    private static @Nullable Rejection rejection(BotList list, byte[] agent) {
        return list.rejection(agent, 0, agent.length);
    }
}
