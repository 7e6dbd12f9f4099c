package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CombinedLogFormatTest {

    private static final Field[] FIELDS = {
        Field.ADDRESS, Field.METHOD, Field.HOST, Field.PATH, Field.STATUS, Field.REFERRER, Field.USER_AGENT
    };

    @Test
    void readsTheExamplesOfTheDocumentation() throws IOException {
        assertThat(TestLogs.read(TestLogs.of("log", Corpus.COMBINED.get(0)), FIELDS))
                .containsExactly(
                        "combined",
                        "1 971211336 127.0.0.1 GET ? /apache_pb.gif 200 http://www.example.com/start.html"
                                + " Mozilla/4.08 [en] (Win98; I ;Nav)");
        assertThat(TestLogs.read(TestLogs.of("log", Corpus.COMBINED.get(1)), FIELDS))
                .containsExactly("common", "1 971211336 127.0.0.1 GET ? /apache_pb.gif 200 ? ?");
    }

    @Test
    void readsAnyTimeZoneAndAddressAndRemovesTheQuery() throws IOException {
        assertThat(TestLogs.read(
                        TestLogs.of(
                                "log",
                                "2001:db8::1 - - [03/May/2026:17:47:39 +0530] \"GET /a%20b/?q=1 HTTP/2.0\" 304 - \"-\" \"M\""),
                        FIELDS))
                .containsExactly("combined", "1 1777810659 2001:db8::1 GET ? /a%20b/ 304 ? M");
    }

    @Test
    void unescapesTheEscapeSequencesOfApacheAndNginx() throws IOException {
        assertThat(TestLogs.read(
                        log("GET /caf\\xC3\\xA9\\\"/ HTTP/1.1", "\"\\x22r\\x5C\" \"say \\\"hi\\\" \\q\""), FIELDS))
                .containsExactly(
                        "combined", "1 1777810659 192.0.2.1 GET ? /caf\u00c3\u00a9\"/ 200 \"r\\ say \"hi\" \\q");
    }

    @Test
    void readsLinesToWhichAServerAddsFields() throws IOException {
        assertThat(TestLogs.read(log("GET / HTTP/1.1", "\"-\" \"M\" \"203.0.113.7\" 0.001"), Field.USER_AGENT))
                .containsExactly("combined", "1 1777810659 M");
    }

    @Test
    void readsTheHostOfARequestForAnAbsoluteUrl() throws IOException {
        assertThat(TestLogs.read(log("GET http://other.example:8080/x?y HTTP/1.1", "\"-\" \"M\""), FIELDS))
                .containsExactly("combined", "1 1777810659 192.0.2.1 GET other.example /x 200 ? M");
    }

    @Test
    void rejectsInvalidHttpRequests() throws IOException {
        for (var request :
                new String[] {"\\x16\\x03\\x01", "-", "", "GET /", "GET x HTTP/1.1", "GET /a b HTTP/1.1", " / HTTP/1.1"
                }) {
            assertThat(TestLogs.read(TestLogs.of("log", Corpus.COMBINED.get(0), line(request, "\"-\" \"M\""))))
                    .as(request)
                    .containsExactly("combined", "1 971211336", "2 malformed");
        }
        assertThat(TestLogs.read(log("OPTIONS * HTTP/1.0", "\"-\" \"M\""), Field.METHOD, Field.PATH))
                .containsExactly("combined", "1 1777810659 OPTIONS ?");
    }

    @Test
    void readsAUserWithBlanksOnlyWithoutAnIdentity() throws IOException {
        var whole = line("GET / HTTP/1.1", "\"-\" \"M\"");
        assertThat(TestLogs.read(TestLogs.of(
                        "log",
                        whole.replace(" - - ", " - john smith "),
                        whole.replace(" - - ", " id john "),
                        whole.replace(" - - ", " id john smith "),
                        whole.replace(" - - ", " - \"john "),
                        whole.replace(" - - ", " - [john "),
                        whole.replace(" - - ", " - "))))
                .containsExactly(
                        "combined",
                        "1 1777810659",
                        "2 1777810659",
                        "3 malformed",
                        "4 malformed",
                        "5 malformed",
                        "6 malformed");
    }

    @Test
    void rejectsALineThatIsCutOff() throws IOException {
        var whole = line("GET / HTTP/1.1", "\"-\" \"Mozilla\"");
        for (int length = 1; length < whole.length(); length++) {
            assertThat(TestLogs.read(TestLogs.of("log", whole, whole.substring(0, length))))
                    .as("%s bytes", length)
                    .containsExactly("combined", "1 1777810659", "2 malformed");
        }
    }

    @Test
    void isRecognisedAfterADamagedLine() throws IOException {
        assertThat(TestLogs.read(TestLogs.of("log", "damaged", line("GET / HTTP/1.1", "\"-\" \"M\""))))
                .containsExactly("combined", "1 malformed", "2 1777810659");
    }

    private static LogObject log(String request, String tail) {
        return TestLogs.of("log", line(request, tail));
    }

    private static String line(String request, String tail) {
        return "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"" + request + "\" 200 12 " + tail;
    }
}
