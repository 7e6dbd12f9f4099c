package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of web servers' logs: what is before the time and after the size, and what is read from it. */
class WebServerLayoutTest {

    private static final Field[] FIELDS = {Field.ADDRESS, Field.HOST, Field.REFERRER, Field.USER_AGENT};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // The usual layout, and what servers add to it.
                "192.0.2.1 - - | \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1 - - | \"-\" \"M/1\" 0.004 . \"x\" | 192.0.2.1 ? ? M/1",
                "client.example.net - frank | \"-\" \"M/1\" | client.example.net ? ? M/1",
                "192.0.2.1 - john.smith | \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1:4711 - - | \"-\" \"M/1\" | 192.0.2.1:4711 ? ? M/1",
                // A host before the client, after it, and in the place of the identity.
                "blog.example.com:443 192.0.2.1 - - | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "blog.example.com 192.0.2.1 - - | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "localhost:80 2001:db8::1 - - | \"-\" \"M/1\" | 2001:db8::1 localhost ? M/1",
                "localhost 192.0.2.1 - - | \"-\" \"M/1\" | 192.0.2.1 localhost ? M/1",
                "blog.example.com:80 client.example.net - - | \"-\" \"M/1\" | client.example.net blog.example.com ? M/1",
                "192.0.2.1 blog.example.com - - | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 blog.example.com - | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "blog.example.com 192.0.2.1 - | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 - - blog.example.com | \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                // A host after the size and at the end.
                "192.0.2.1 - - | blog.example.com \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 - - | \"blog.example.com:443\" \"-\" \"M/1\" | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 - - | \"-\" \"M/1\" blog.example.com | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 - - | \"-\" \"M/1\" \"blog.example.com\" | 192.0.2.1 blog.example.com ? M/1",
                "192.0.2.1 - - | blog.example.com | 192.0.2.1 blog.example.com ? ?",
                // A request time.
                "192.0.2.1 - - | 0.004 \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1 - - | 1234 0.004 \"https://a.example/\" \"M/1\" | 192.0.2.1 ? https://a.example/ M/1",
                "192.0.2.1 - - | \"0.004\" \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1 - - | \"-\" 0.004 \"M/1\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1 - - | 0.004 | 192.0.2.1 ? ? ?",
                // The addresses of X-Forwarded-For, and a proxy's that connects to the server.
                "10.0.0.1 - - | \"-\" \"M/1\" \"203.0.113.5, 198.51.100.7\" | 203.0.113.5 ? ? M/1",
                "10.0.0.1 - - | \"-\" \"M/1\" 203.0.113.5, 198.51.100.7 | 203.0.113.5 ? ? M/1",
                "10.0.0.1 - - | \"-\" \"M/1\" \"unknown, 203.0.113.5:80\" | 203.0.113.5 ? ? M/1",
                "10.0.0.1 - - | \"-\" \"M/1\" \"-\" | 10.0.0.1 ? ? M/1",
                "10.0.0.1 - - | \"203.0.113.5\" \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "10.0.0.1 - - | 203.0.113.5, 10.0.0.7 \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "203.0.113.5 10.0.0.1 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "10.0.0.1 203.0.113.5 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "203.0.113.5, 198.51.100.7 10.0.0.1 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "- 192.0.2.1 - - | \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
                "blog.example.com:443 203.0.113.5 10.0.0.1 - - | \"-\" \"M/1\" | 203.0.113.5 blog.example.com ? M/1",
                "203.0.113.5, 198.51.100.7 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "unknown, 203.0.113.5 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "\"203.0.113.5, 198.51.100.7\" - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "[2001:db8::1] - - | \"-\" \"M/1\" | 2001:db8::1 ? ? M/1",
                "[2001:db8::1]:4711 - - | \"-\" \"M/1\" | 2001:db8::1 ? ? M/1",
                "203.0.113.5:4711, 198.51.100.7:80 - - | \"-\" \"M/1\" | 203.0.113.5 ? ? M/1",
                "[2001:db8::1]:4711, 198.51.100.7 - - | \"-\" \"M/1\" | 2001:db8::1 ? ? M/1",
                "unknown, [2001:db8::1] - - | \"-\" \"M/1\" | 2001:db8::1 ? ? M/1",
                "198.51.100.7, [2001:db8::1]:4711 - - | \"-\" \"M/1\" | 198.51.100.7 ? ? M/1",
                "10.0.0.1 - - | \"-\" \"M/1\" [2001:db8::1]:4711, 198.51.100.7 | 2001:db8::1 ? ? M/1",
                // Referrer and user agent in another order, or the user agent alone.
                "192.0.2.1 - - | \"M/1\" \"https://a.example/\" | 192.0.2.1 ? https://a.example/ M/1",
                "192.0.2.1 - - | \"M/1\" \"-\" | 192.0.2.1 ? ? M/1",
                "192.0.2.1 - - | \"M/1\" | 192.0.2.1 ? ? M/1",
                "10.0.0.1 - - | \"M/1\" \"203.0.113.5, 198.51.100.7\" | 203.0.113.5 ? ? M/1",
                "192.0.2.1 - - | \"M/1\" \"blog.example.com\" | 192.0.2.1 blog.example.com ? M/1",
                // A client chooses its user agent, and cannot change the layout by that.
                "192.0.2.1 - - | \"-\" \"example.com\" | 192.0.2.1 ? ? example.com",
                "192.0.2.1 - - | \"-\" \"203.0.113.5\" | 192.0.2.1 ? ? 203.0.113.5",
                "192.0.2.1 - - | \"-\" \"1234\" | 192.0.2.1 ? ? 1234",
                "192.0.2.1 - - | \"-\" \"https://bot.example/\" | 192.0.2.1 ? ? https://bot.example/",
                "192.0.2.1 - a b evil.example | \"-\" \"M/1\" | 192.0.2.1 ? ? M/1",
            })
    void findsWhatColumnsHold(String lead, String tail, String fields) throws IOException {
        // The second line has no more than the usual columns if the first has none that the layout must know.
        boolean user = lead.endsWith("evil.example");
        var log = user
                ? TestLogs.of("log", line(lead, tail), line(lead, tail), line("192.0.2.9 - -", tail))
                : TestLogs.of("log", line(lead, tail));

        assertThat(TestLogs.read(log, FIELDS)).contains("1 1777810659 " + fields);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "192.0.2.1 - - | HIT \"-\" \"M/1\" | column 1 after the size holds \"HIT\"",
                "192.0.2.1 - - | 0.004 TLSv1.3 \"-\" \"M/1\" | column 2 after the size holds \"TLSv1.3\"",
                "192.0.2.1 - - | \"-\" HIT \"M/1\" | column 2 after the size holds \"HIT\"",
                "192.0.2.1 - - | \"sid=1\" \"-\" \"M/1\" | column 1 after the size holds \"sid=1\"",
                "192.0.2.1 - - | Mozilla/5.0 (X11) | column 1 after the size holds \"Mozilla/5.0\"",
                "192.0.2.1 - - | \"https://a.example/\""
                        + " | the only quoted column after the size holds \"https://a.example/\", which is no user agent",
                "192.0.2.1 - - | \"-\" | the only quoted column after the size holds \"-\", which is no user agent",
                "192.0.2.1 203.0.113.5 - - | \"-\" \"M/1\" | columns 1 and 2 before the time hold addresses,"
                        + " \"192.0.2.1\" and \"203.0.113.5\", and nothing tells which is the client's",
                "192.0.2.1 ab12 - - | \"-\" \"M/1\" | column 2 before the time holds \"ab12\"",
                "192.0.2.1 | \"-\" \"M/1\" | it has 1 of the three columns client, identity and user before the time",
            })
    void refusesColumnsThatItDoesNotKnow(String lead, String tail, String cause) {
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("log", line(lead, tail))))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith(
                        "log is a web server's log whose columns pagetrack does not know: " + cause + ". It knows ");
    }

    @Test
    void rejectsLinesOfAnotherLayoutThanTheFirstLines() throws IOException {
        var log = TestLogs.of(
                "log",
                line("192.0.2.1 - -", "0.004 \"-\" \"M/1\""),
                line("192.0.2.1 - -", "\"-\" \"M/1\""),
                line("192.0.2.1 - -", "x \"-\" \"M/1\""),
                line("192.0.2.1 - -", ""),
                line("192.0.2.1 - -", "- \"-\" \"M/2\""),
                line("192.0.2.1 - -", "12 \"-\" \"M/3\""));

        assertThat(TestLogs.read(log, Field.USER_AGENT))
                .isEqualTo(List.of(
                        "combined",
                        "1 1777810659 M/1",
                        "2 malformed",
                        "3 malformed",
                        "4 malformed",
                        "5 1777810659 M/2",
                        "6 1777810659 M/3"));
    }

    @Test
    void readsLinesOfCombinedInACommonLogAndNothingElse() throws IOException {
        var log = TestLogs.of(
                "log",
                line("192.0.2.1 - -", ""),
                line("192.0.2.1 - -", ""),
                line("192.0.2.1 - -", "\"-\" \"M/1\""),
                line("192.0.2.1 - -", "Mozilla/5.0"));

        assertThat(TestLogs.read(log, Field.USER_AGENT))
                .isEqualTo(List.of("common", "1 1777810659 ?", "2 1777810659 ?", "3 1777810659 M/1", "4 malformed"));
    }

    private static String line(String lead, String tail) {
        return (lead + " [03/May/2026:12:17:39 +0000] \"GET / HTTP/1.1\" 200 12 " + tail).stripTrailing();
    }
}
