package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class S3AccessLogFormatTest {

    private static final String HEAD =
            "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be www.example.com [03/May/2026:12:17:39 +0000] ";
    private static final String TAIL = " - hostid= SigV4 ECDHE-RSA-AES128-GCM-SHA256 - www.example.com TLSv1.2 - -";
    private static final Field[] FIELDS = {
        Field.ADDRESS,
        Field.REQUEST_ID,
        Field.OPERATION,
        Field.PATH,
        Field.METHOD,
        Field.STATUS,
        Field.REFERRER,
        Field.USER_AGENT
    };

    @Test
    void readsAWebsiteRequest() throws IOException {
        assertThat(TestLogs.read(
                        log(
                                "192.0.2.3 - 3E57427F3EXAMPLE WEBSITE.GET.OBJECT blog/x/index.html \"GET /blog/x/ HTTP/1.1\" 200"
                                        + " - 2662992 3462992 70 10 \"https://www.google.com/\" \"Mozilla/5.0 (X11; Linux)\""),
                        FIELDS))
                .containsExactly(
                        "s3",
                        "1 1777810659 192.0.2.3 3E57427F3EXAMPLE WEBSITE.GET.OBJECT blog/x/index.html GET 200"
                                + " https://www.google.com/ Mozilla/5.0 (X11; Linux)");
    }

    @Test
    void readsALifecycleLineWithoutAddressAndStatus() throws IOException {
        assertThat(TestLogs.read(
                        log("- AmazonS3 4B2A7AA8CEXAMPLE S3.EXPIRE.OBJECT old.html \"-\" - - - 100 - - \"-\" \"-\""),
                        FIELDS))
                .containsExactly("s3", "1 1777810659 ? 4B2A7AA8CEXAMPLE S3.EXPIRE.OBJECT old.html ? ? ? ?");
    }

    @Test
    void readsUnquotedDashesInsteadOfQuotedFields() throws IOException {
        assertThat(TestLogs.read(
                        log("192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html - 200 - 1 1 7 1 - -"), FIELDS))
                .containsExactly("s3", "1 1777810659 192.0.2.3 3E57427F3EXAMPLE REST.GET.OBJECT x.html ? 200 ? ?");
    }

    @Test
    void recognisesALogWithNonAsciiBytesAndAnOldStyleBucketName() throws IOException {
        // The second byte of "Å" in UTF-8 is 0x85, which is a line terminator in regular expressions.
        var request = "192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html - 200 - 1 1 7 1 \"-\" \"Ångström\"";
        assertThat(TestLogs.read(log(request))).containsExactly("s3", "1 1777810659");
        assertThat(TestLogs.read(TestLogs.of("log", HEAD.replace("www.example.com", "My_Logs") + request)))
                .containsExactly("s3", "1 1777810659");
    }

    @Test
    void readsLinesWithFewerOrWithAdditionalFields() throws IOException {
        var request =
                "192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200 - 1 1 7 1 \"-\" \"Mozilla\"";
        assertThat(TestLogs.read(TestLogs.of("log", HEAD + request), Field.USER_AGENT))
                .containsExactly("s3", "1 1777810659 Mozilla");
        assertThat(TestLogs.read(TestLogs.of("log", HEAD + request + TAIL + " some more fields"), Field.USER_AGENT))
                .containsExactly("s3", "1 1777810659 Mozilla");
    }

    @Test
    void readsATimeZoneOtherThanUtc() throws IOException {
        var line = (HEAD + "192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html - 200 - 1 1 7 1 - -")
                .replace("+0000", "-0130");
        assertThat(TestLogs.read(TestLogs.of("log", line))).containsExactly("s3", "1 1777816059");
    }

    @Test
    void rejectsUnescapedQuotesAsAmbiguous() throws IOException {
        var request = "192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200 - 1 1 7 1 ";
        for (var rest : new String[] {
            "\"-\" \"Mozilla \"quoted\" agent\"",
            "\"-\" \"Mozilla\" 200 - - \"agent\"",
            "\"-\" \"Mozilla\"\"",
            "\"https://x/\" y\" \"Mozilla\"",
            "\"-\" Mozi\"lla",
        }) {
            assertThat(TestLogs.read(log(request + rest))).as(rest).containsExactly("s3", "1 ambiguous-quotes");
        }
    }

    @Test
    void isRecognisedAfterADamagedLineWithAnyIds() throws IOException {
        var line = HEAD + "192.0.2.3 - a-b_c=== REST.GET.OBJECT x.html - 200 - 1 1 7 1 - -";
        assertThat(TestLogs.read(TestLogs.of("log", "damaged", line), Field.REQUEST_ID))
                .containsExactly("s3", "1 malformed", "2 1777810659 a-b_c===");
    }

    @Test
    void rejectsALineThatIsCutOff() throws IOException {
        var whole = "192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200 - 1 1 7 1 \"-\" ";
        assertThat(TestLogs.read(
                        TestLogs.of("log", HEAD + whole + "\"Mozilla\"", HEAD + whole + "\"Moz", HEAD + "192.0.2.3")))
                .containsExactly("s3", "1 1777810659", "2 malformed", "3 malformed");
    }

    private static LogObject log(String request) {
        return TestLogs.of("log", HEAD + request + TAIL);
    }
}
