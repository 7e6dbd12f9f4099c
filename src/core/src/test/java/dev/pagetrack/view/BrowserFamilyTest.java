package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserFamilyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Chrome            | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36
                    Chrome            | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Mobile Safari/537.36
                    Chrome            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/121.0.6167.138 Mobile/15E148 Safari/604.1
                    Chrome            | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36 Vivaldi/6.5.3206.63
                    Safari            | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Safari/605.1.15
                    Safari            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Mobile/15E148 Safari/604.1
                    Safari            | Mozilla/5.0 (Windows NT 6.1; en-US) AppleWebKit/533.20 (KHTML, like Gecko) Version/5.0.4 Safari/533.20.27
                    Firefox           | Mozilla/5.0 (X11; Linux x86_64; rv:122.0) Gecko/20100101 Firefox/122.0
                    Firefox           | Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/122.0 Mobile/15E148 Safari/605.1.15
                    Firefox           | Mozilla/5.0 (Linux; Android 8; SM-G930F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Focus/2.3 Chrome/61.0.3163.98 Mobile Safari/537.36
                    Edge              | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36 Edg/121.0.0.0
                    Edge              | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Mobile Safari/537.36 EdgA/121.0.2277.105
                    Edge              | Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 EdgiOS/121.0.2277.99 Mobile/15E148 Safari/605.1.15
                    Edge              | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763
                    Opera             | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 OPR/106.0.0.0
                    Opera             | Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16
                    Opera             | Mozilla/5.0 (Linux; U; Android 13; 23108RN04Y; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 OPR/77.0.2254.69831
                    Opera             | Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; en) Opera 8.50
                    Samsung Internet  | Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36
                    Yandex            | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 YaBrowser/23.11.0.0 Safari/537.36
                    Internet Explorer | Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko
                    Internet Explorer | Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)
                    In-app            | Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/121.0.6167.143 Mobile Safari/537.36
                    In-app            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148
                    In-app            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.38.108;FBOP/5]
                    In-app            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.48(0x18003030) NetType/WIFI Language/zh_CN
                    In-app            | Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/307.0.616178880 Mobile/15E148 Safari/604.1
                    In-app            | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Slack/4.36.140 Chrome/120.0.6099.56 Electron/28.1.0 Safari/537.36
                    Other             | Mozilla/5.0 (Linux; U; Android 4.0.3; de-de; Galaxy S II Build/GRJ22) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30
                    Other             | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15
                    Other             | Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/121.0.6167.178 Mobile DuckDuckGo/5 Safari/537.36
                    Other             | Mozilla/5.0 (Linux; U; Android 9; en-US; RMX1911) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.108 UCBrowser/13.4.0.1306 Mobile Safari/537.36
                    Other             | Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:68.0) Gecko/20100101 Goanna/4.8 Firefox/68.0 PaleMoon/29.0.1
                    Other             | Lynx/2.8.9rel.1 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.6.5
                    Other             | Mozilla/5.0
                    Other             | -
                    """)
    void findsTheFamilyOfAnAgent(String label, String agent) {
        assertThat(family(agent).label()).isEqualTo(label);
    }

    @Test
    void putsAnEmptyAgentIntoOther() {
        assertThat(family("")).isEqualTo(BrowserFamily.OTHER);
    }

    @Test
    void ignoresBytesOutsideTheRange() {
        var agent = "Edg/121 Mozilla/5.0 Chrome/121.0.0.0 OPR/106".getBytes(UTF_8);
        assertThat(BrowserFamily.of(agent, 8, 36)).isEqualTo(BrowserFamily.CHROME);
        assertThat(BrowserFamily.of(agent, 8, 41)).isEqualTo(BrowserFamily.OPERA);
        assertThat(BrowserFamily.of(agent, 8, 20)).isEqualTo(BrowserFamily.OTHER);
    }

    /** The labels are stored, so a changed label would split the counts of a browser. */
    @Test
    void keepsItsLabels() {
        assertThat(Arrays.stream(BrowserFamily.values()).map(BrowserFamily::label))
                .containsExactlyInAnyOrder(
                        "Chrome",
                        "Edge",
                        "Firefox",
                        "In-app",
                        "Internet Explorer",
                        "Opera",
                        "Other",
                        "Safari",
                        "Samsung Internet",
                        "Yandex");
    }

    @Test
    void putsAlmostNobodyIntoOther() {
        var people = SampleAgents.people();
        long others = people.stream()
                .filter(agent -> BrowserFamily.of(agent, 0, agent.length) == BrowserFamily.OTHER)
                .count();
        assertThat(others).isLessThan(people.size() / 10);
    }

    private static BrowserFamily family(String agent) {
        var bytes = agent.getBytes(UTF_8);
        return BrowserFamily.of(bytes, 0, bytes.length);
    }
}
