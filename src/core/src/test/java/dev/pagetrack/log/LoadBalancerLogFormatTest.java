package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadBalancerLogFormatTest {

    private static final Field[] FIELDS = {
        Field.ADDRESS,
        Field.METHOD,
        Field.HOST,
        Field.PATH,
        Field.STATUS,
        Field.USER_AGENT,
        Field.REFERRER,
        Field.REQUEST_ID
    };

    @Test
    void readsTheExamplesOfTheDocumentation() throws IOException {
        assertThat(TestLogs.read(
                        TestLogs.of("log", Corpus.LOAD_BALANCER.subList(0, 6).toArray(String[]::new)), FIELDS))
                .containsExactly(
                        "alb",
                        "1 1530570180 192.168.131.39 GET www.example.com / 200 curl/7.46.0 ? ?",
                        "2 1530570180 192.168.131.39 GET www.example.com / 200 curl/7.46.0 ? ?",
                        "3 1530570180 10.0.1.252 GET 10.0.2.105 / 200 curl/7.46.0 ? ?",
                        "4 1530570180 10.0.0.140 GET 10.0.0.30 / 101 ? ? ?",
                        "5 1543616580 192.168.131.39 GET www.example.com / 200 curl/7.46.0 ? ?",
                        "6 1543616580 192.168.131.39 GET www.example.com / 502 curl/7.46.0 ? ?");
    }

    @Test
    void removesPortsAndQueriesAndUnescapes() throws IOException {
        assertThat(TestLogs.read(
                        log(
                                "[2001:db8::1]:2817",
                                "GET https://blog.example.com:443/a%20b/?q=\\x22 HTTP/2.0",
                                "say \\x22hi\\x22"),
                        FIELDS))
                .containsExactly("alb", "1 1777810659 2001:db8::1 GET blog.example.com /a%20b/ 200 say \"hi\" ? ?");
        assertThat(TestLogs.read(log("192.0.2.1:1", "GET http://[::1]:80?x HTTP/1.1", "-"), FIELDS))
                .containsExactly("alb", "1 1777810659 192.0.2.1 GET [::1] ? 200 ? ? ?");
    }

    @Test
    void readsLinesWithFewerOrWithAdditionalFields() throws IOException {
        var line = log("192.0.2.1:1", "GET http://x:80/ HTTP/1.1", "M");
        var early = Corpus.LOAD_BALANCER.get(6);
        assertThat(TestLogs.read(line)).containsExactly("alb", "1 1777810659");
        assertThat(TestLogs.read(TestLogs.of("log", early, early + " - - \"a\" \"b c\" d")))
                .containsExactly("alb", "1 1777810659", "2 1777810659");
    }

    @Test
    void rejectsInvalidHttpRequests() throws IOException {
        for (var request :
                new String[] {"- http://x:80- -", "GET http://x:80/", "-", "GET x HTTP/1.1", "GET http://x/a b HTTP/1.1"
                }) {
            assertThat(TestLogs.read(log("192.0.2.1:1", request, "M")))
                    .as(request)
                    .containsExactly("alb", "1 malformed");
        }
    }

    @Test
    void rejectsUnescapedQuotesAsAmbiguous() throws IOException {
        assertThat(TestLogs.read(log("192.0.2.1:1", "GET http://x:80/ HTTP/1.1", "say \"hi\"")))
                .containsExactly("alb", "1 ambiguous-quotes");
    }

    @Test
    void rejectsALineThatIsCutOff() throws IOException {
        var line = Corpus.LOAD_BALANCER.get(0);
        for (int length : new int[] {line.length() - 2, line.indexOf("\"curl") + 3, line.indexOf("\"curl"), 95}) {
            assertThat(TestLogs.read(TestLogs.of("log", line, line.substring(0, length))))
                    .as("%s bytes", length)
                    .containsExactly("alb", "1 1530570180", "2 malformed");
        }
    }

    private static LogObject log(String client, String request, String agent) {
        return TestLogs.of(
                "log",
                "https 2026-05-03T12:17:39.123456Z app/x/1 " + client + " 10.0.0.1:80 0.0 0.0 0.0 200 200 0 57 \""
                        + request
                        + "\" \"" + agent + "\" - TLSv1.2 arn \"Root=1\" \"x\" \"-\" 0 2026-05-03T12:17:39.000000Z"
                        + " \"forward\" \"-\" \"-\" \"-\" \"-\" \"-\" \"-\" TID_1");
    }
}
