package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.suspect.AgentFacts;
import dev.pagetrack.suspect.HostingNetworks;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.suspect.Suspicion;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suspicious about a request, by the fields of its line. */
class SuspectRequestsTest {

    private static final String CHROME = "Mozilla/5.0%20(X11;%20Linux%20x86_64)%20AppleWebKit/537.36%20(KHTML,%20like"
            + "%20Gecko)%20Chrome/%s.0.0.0%20Safari/537.36";
    private static final String FIREFOX =
            "Mozilla/5.0%20(X11;%20Linux%20x86_64;%20rv:%1$s.0)%20Gecko/20100101" + "%20Firefox/%1$s.0";
    private static final String SAFARI = "Mozilla/5.0%20(Macintosh;%20Intel%20Mac%20OS%20X%2010_15_7)"
            + "%20AppleWebKit/605.1.15%20(KHTML,%20like%20Gecko)%20Version/%s.0%20Safari/605.1.15";
    private static final String EXPLORER =
            "Mozilla/5.0%20(compatible;%20MSIE%20%s.0;%20Windows%20NT%206.1;%20Trident/5.0)";
    private static final String FAKED = CHROME.replace("AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20", "");

    @ParameterizedTest
    @CsvSource({
        "16509, HOSTING",
        "64500, HOSTING",
        "3320, ''",
        "13335, ''",
        "15169, ''",
        "-, ''",
    })
    void anAddressOfAHostingNetwork(String asn, String expected) throws IOException {
        var line = cloudFront(CHROME.replace("%s", "121"), "HTTP/2.0", "TLSv1.3", asn);
        assertThat(suspicions(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Chrome 121, HTTP/1.1, TLSv1.3, HTTP1",
        "Chrome 121, HTTP/1.0, TLSv1.2, HTTP1",
        "Chrome 70, HTTP/1.1, TLSv1.2, HTTP1",
        "Chrome 69, HTTP/1.1, TLSv1.2, ''", // not modern
        "Chrome 121, HTTP/1.1, -, ''", // plain HTTP
        "Chrome 121, HTTP/2.0, TLSv1.3, ''",
        "Chrome 121, HTTP/3.0, TLSv1.3, ''",
        "Chrome 121, -, TLSv1.3, ''",
        "Firefox 121, HTTP/1.1, TLSv1.3, HTTP1",
        "Firefox 62, HTTP/1.1, TLSv1.2, ''",
        "Safari 17, HTTP/1.1, TLSv1.3, HTTP1",
        "Safari 12, HTTP/1.1, TLSv1.3, ''",
        "Explorer 9, HTTP/1.1, TLSv1.2, ''",
    })
    void aModernBrowserThatSpeaksHttp1OverTls(String browser, String http, String tls, String expected)
            throws IOException {
        assertThat(suspicions(cloudFront(agent(browser), http, tls, "3320"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Chrome 39, HTTP/2.0, TLSv1.2, OUTDATED",
        "Chrome 40, HTTP/2.0, TLSv1.2, ''",
        "Chrome 40, HTTP/3.0, TLSv1.3, OUTDATED",
        "Chrome 69, HTTP/2.0, TLSv1.3, OUTDATED",
        "Chrome 70, HTTP/2.0, TLSv1.3, ''",
        "Chrome 84, HTTP/3.0, TLSv1.3, OUTDATED",
        "Chrome 85, HTTP/3.0, TLSv1.3, ''",
        "Chrome 49, HTTP/1.1, TLSv1.2, ''",
        "Firefox 35, HTTP/2.0, TLSv1.2, OUTDATED",
        "Firefox 36, HTTP/2.0, TLSv1.2, ''",
        "Firefox 62, HTTP/2.0, TLSv1.3, OUTDATED",
        "Firefox 63, HTTP/2.0, TLSv1.3, ''",
        "Firefox 87, HTTP/3.0, TLSv1.3, OUTDATED",
        "Firefox 88, HTTP/3.0, TLSv1.3, ''",
        "Safari 8, HTTP/2.0, TLSv1.2, OUTDATED",
        "Safari 9, HTTP/2.0, TLSv1.2, ''",
        "Safari 11, HTTP/2.0, TLSv1.3, OUTDATED",
        "Safari 12, HTTP/2.0, TLSv1.3, ''",
        "Safari 13, HTTP/3.0, TLSv1.3, OUTDATED",
        "Safari 14, HTTP/3.0, TLSv1.3, ''",
        "Explorer 9, HTTP/2.0, TLSv1.2, OUTDATED",
        "Explorer 9, HTTP/1.1, TLSv1.3, OUTDATED",
    })
    void aBrowserTooOldForItsHttpOrTls(String browser, String http, String tls, String expected) throws IOException {
        assertThat(suspicions(cloudFront(agent(browser), http, tls, "3320"))).isEqualTo(expected);
    }

    @Test
    void anAgentThatContradictsItself() throws IOException {
        assertThat(suspicions(cloudFront(FAKED.replace("%s", "121"), "HTTP/2.0", "TLSv1.3", "3320")))
                .isEqualTo("CONTRADICTION");
        assertThat(suspicions(combined("Mozilla/5.0 (Windows NT 10.0; rv:54.0) Gecko/20100101 Firefox/78.0", "1.1")))
                .isEqualTo("CONTRADICTION");
    }

    @Test
    void oneRequestCanHaveSeveral() throws IOException {
        assertThat(suspicions(cloudFront(FIREFOX.replace("%1$s", "62"), "HTTP/2.0", "TLSv1.3", "24940")))
                .isEqualTo("HOSTING OUTDATED");
    }

    @Test
    void jsonLogsHaveTheSameFields() throws IOException {
        var json = "{\"date\":\"2026-05-03\",\"time\":\"12:17:39\",\"cs-method\":\"GET\",\"cs-uri-stem\":\"/a/\","
                + "\"sc-status\":\"200\",\"cs(User-Agent)\":\"" + CHROME.replace("%s", "121") + "\","
                + "\"cs-protocol-version\":\"HTTP/1.1\",\"ssl-protocol\":\"TLSv1.3\",\"asn\":\"16509\"}";
        assertThat(suspicions(json)).isEqualTo("HOSTING HTTP1");
    }

    /** A web server may have spoken with a proxy, and need not offer HTTP/2. */
    @Test
    void onlyTheEdgeOfCloudFrontKnowsTheProtocolsOfTheClient() throws IOException {
        var chrome = CHROME.replace("%20", " ");
        assertThat(suspicions(combined(chrome.replace("%s", "121"), "1.1"))).isEmpty();
        assertThat(suspicions(combined(chrome.replace("%s", "39"), "2.0"))).isEmpty();
    }

    @Test
    void aRuleRejectsOnlyIfItIsSwitchedOn() throws IOException {
        var line = cloudFront(FIREFOX.replace("%1$s", "62"), "HTTP/2.0", "TLSv1.3", "24940");
        assertThat(decide(policy(), line)).isInstanceOf(View.class);
        assertThat(decide(policy("http1", "contradiction"), line)).isInstanceOf(View.class);
        assertThat(decide(policy("outdated"), line)).isEqualTo(new RejectedRequest(Rejection.OUTDATED));
        assertThat(decide(policy("outdated", "hosting"), line)).isEqualTo(new RejectedRequest(Rejection.HOSTING));
    }

    @Test
    void aBotIsABotFirstAndTheCutoverComesLater() throws IOException {
        var bot = cloudFront("Googlebot/2.1", "HTTP/1.1", "TLSv1.3", "16509");
        assertThat(decide(policy("hosting"), bot)).isEqualTo(new RejectedRequest(Rejection.BOT));
        var old = policy("hosting").withCutover(Optional.of(LocalDate.of(2026, 5, 4)));
        assertThat(decide(old, cloudFront(CHROME.replace("%s", "121"), "HTTP/2.0", "TLSv1.3", "16509")))
                .isEqualTo(new RejectedRequest(Rejection.HOSTING));
    }

    @Test
    void anUnknownRuleIsRefused() {
        assertThatThrownBy(() -> SuspectRules.of(List.of("hosting", "http2"), HostingNetworks.BUNDLED))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<suspects> (pagetrack.suspects) holds 'http2', which is not a rule: write some of hosting,"
                        + " http1, outdated, contradiction.");
    }

    @Test
    void aPolicyWithOtherRulesIsAnotherPolicy() {
        assertThat(policy().fingerprints()).isEqualTo(ViewPolicy.DEFAULT.fingerprints());
        assertThat(changed(policy("hosting"))).containsExactlyInAnyOrder("suspects", "hostingNetworks");
        assertThat(changed(policy("http1"))).containsExactly("suspects");
    }

    private static List<String> changed(ViewPolicy policy) {
        var before = ViewPolicy.DEFAULT.fingerprints();
        return policy.fingerprints().entrySet().stream()
                .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one that does was found in the traffic of a list of frequent agents, which has a few programs in it. */
    @Test
    void noAgentOfAPersonContradictsItself() {
        assertThat(SampleAgents.people())
                .hasSizeGreaterThan(400)
                .filteredOn(agent -> AgentFacts.of(agent).contradictory())
                .extracting(SampleAgents::text)
                .containsExactly("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0.0.0");
    }

    private static String agent(String browser) {
        var version = browser.substring(browser.indexOf(' ') + 1);
        if (browser.startsWith("Firefox")) {
            return FIREFOX.replace("%1$s", version);
        }
        var form = browser.startsWith("Chrome") ? CHROME : browser.startsWith("Safari") ? SAFARI : EXPLORER;
        return form.replace("%s", version);
    }

    private static String cloudFront(String agent, String http, String tls, String asn) {
        return "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) cs-protocol-version ssl-protocol asn\n"
                + String.join("\t", "2026-05-03", "12:17:39", "GET", "/a/", "200", agent, http, tls, asn);
    }

    private static String combined(String agent, String http) {
        return "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET /a/ HTTP/" + http + "\" 200 12 \"-\" \"" + agent
                + "\"";
    }

    private static ViewPolicy policy(String... rejecting) {
        var networks = HostingNetworks.ofNumbers(List.of("64500"));
        return new ViewPolicy(
                Set.of(),
                PagePolicy.of(PagePatterns.ALL),
                AddressRanges.NONE,
                SuspectRules.of(List.of(rejecting), networks),
                Optional.empty());
    }

    /** The suspicions about a request that counts. */
    private static String suspicions(String log) throws IOException {
        var finder = ViewFinder.withoutIds(policy());
        assertThat(decide(finder, log)).isInstanceOf(View.class);
        return String.join(
                " ",
                Arrays.stream(Suspicion.values())
                        .filter(suspicion -> (finder.suspicions() & suspicion.bit()) != 0)
                        .map(Enum::name)
                        .toList());
    }

    private static Verdict decide(ViewPolicy policy, String log) throws IOException {
        return decide(ViewFinder.withoutIds(policy), log);
    }

    private static Verdict decide(ViewFinder finder, String log) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        LogReader.read(TestLogs.of("log", log), new LogVisitor() {
            @Override
            public void passedOver(String what) {
                throw new AssertionError(what);
            }

            @Override
            public void format(LineFormat format) {
                finder.begin(format);
            }

            @Override
            public void request(LogLine line, long number) {
                verdicts.add(finder.decide(line));
            }

            @Override
            public void rejected(Rejection reason, long number) {
                throw new AssertionError(reason);
            }
        });
        return verdicts.get(0);
    }
}
