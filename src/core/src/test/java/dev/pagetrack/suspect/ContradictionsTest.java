package dev.pagetrack.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two systems
                "Mozilla/5.0 (Windows NT 10.0; Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                "Mozilla/5.0 (iPhone; Android 13) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Android 13; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (X11; Linux x86_64; Windows NT 6.1) Gecko/20100101 Firefox/60.0",
                "Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko)",
                // another engine than Firefox's
                "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:54.0) Gecko/20100101 Firefox/78.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/120.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/108.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:110.0) Gecko/20100101 Firefox/111.0",
                "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.9.0.7) Gecko/2009021910 Firefox/53.0",
                // Chrome without its engine
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/96.0.4664.110 Safari/537.36",
                "Mozilla/5.0 (X11; Linux x86_64; rv:68.0) Gecko/20100101 Firefox/68.0 Chrome/90.0",
                // older than the first Internet Explorer of that Windows
                "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 10.0)",
                "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 6.0; SV1)",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1)",
                // Safari ended with version 5 there
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15"
            })
    void findsThem(String agent) {
        assertThat(Contradictions.in(agent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0",
                "Mozilla/5.0 (",
                "MyApp/1.0 (Windows NT 10.0; Macintosh) Chrome/90",
                // Windows Phone names Android and the iPhone, to get mobile pages
                "Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 520) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537",
                "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 650) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15254",
                // a second system after the first comment
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 App (Macintosh; sync)",
                "Mozilla/5.0 (Linux; Android 12; Quest 2) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/28.0 Chrome/118.0.0.0 VR Safari/537.36",
                // the engine of Firefox 110 to 119, and of Firefox before 5
                "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/110.0",
                "Mozilla/5.0 (Android 13; Mobile; rv:109.0) Gecko/119.0 Firefox/119.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/109.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0",
                "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3",
                "Mozilla/5.0 (Windows NT 6.1; rv:2.0.1) Gecko/20100101 Firefox/4.0.1",
                // other browsers with the engine of Firefox
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:3.4) Goanna/20180201 PaleMoon/27.8.1",
                "Mozilla/5.0 (X11; Linux x86_64; rv:52.9) Gecko/20100101 Goanna/3.4 Firefox/52.9 PaleMoon/28.0.0",
                // Internet Explorer and those that name it
                "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.0)",
                "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0)",
                "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 6.1; en) Opera 9.27",
                "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)",
                "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; chromeframe/11.0.696.57)",
                // the last Safari for Windows, and other browsers with its engine
                "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534.57.2 (KHTML, like Gecko) Version/5.1.7 Safari/534.57.2",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/602.1 (KHTML, like Gecko) Otter/1.0.02 Version/10.0 Safari/602.1"
            })
    void findsNoneInAgentsOfPeople(String agent) {
        assertThat(Contradictions.in(agent)).isFalse();
    }

    /** An agent of 64 KB, as an attack may send it, is not examined: a pattern may need long for it. */
    @Test
    void examinesNoEndlessAgents() {
        var agent = "Mozilla/5.0 (Windows NT 10.0; Macintosh; " + "OS 1_".repeat(100) + ")";
        assertThat(Contradictions.in(agent)).isTrue();
        assertThat(AgentFacts.of(agent.getBytes(StandardCharsets.US_ASCII))).isEqualTo(AgentFacts.NONE);
    }
}
