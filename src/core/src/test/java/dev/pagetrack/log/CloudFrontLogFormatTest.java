package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CloudFrontLogFormatTest {

    private static final String VERSION = "#Version: 1.0";
    private static final String FIELDS = "#Fields: date time x-edge-location cs-method cs-uri-stem sc-status";

    @Test
    void readsFieldsByTheirNames() throws IOException {
        var log = TestLogs.of("log", VERSION, FIELDS, "2026-05-03\t12:17:39\tFRA56-P2\tGET\t/blog/\t200");
        assertThat(TestLogs.read(log, Field.EDGE_LOCATION, Field.METHOD, Field.PATH, Field.STATUS))
                .containsExactly("cloudfront", "3 1777810659 FRA56-P2 GET /blog/ 200");
    }

    @Test
    void readsFieldsInAnyOrderAndAgainAfterEachFieldsLine() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Fields:\tsc-status\tdate\ttime\tcs-uri-stem",
                "200\t2026-05-03\t00:00:00\t/a/",
                "#Fields: cs-uri-stem time date",
                "/b/\t00:00:01\t2026-05-03");
        assertThat(TestLogs.read(log, Field.PATH, Field.STATUS))
                .containsExactly("cloudfront", "2 1777766400 /a/ 200", "4 1777766401 /b/ ?");
    }

    @Test
    void rejectsLinesWithTooManyOrTooFewFieldsOrAnInvalidTime() throws IOException {
        var log = TestLogs.of(
                "log",
                FIELDS,
                "2026-05-03\t12:17:39\tFRA56-P2\tGET\t/blog/",
                "2026-05-03\t12:17:39\tFRA56-P2\tGET\t/blog/\t200\tmore",
                "2026-02-30\t12:17:39\tFRA56-P2\tGET\t/blog/\t200",
                "2026-05-03\t24:00:00\tFRA56-P2\tGET\t/blog/\t200",
                "2026-5-03\t12:17:39\tFRA56-P2\tGET\t/blog/\t200",
                "garbage");
        assertThat(TestLogs.read(log))
                .containsExactly(
                        "cloudfront",
                        "2 malformed",
                        "3 malformed",
                        "4 malformed",
                        "5 malformed",
                        "6 malformed",
                        "7 malformed");
    }

    @Test
    void rejectsAnInvalidDayAfterAValidOne() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Fields: date time cs-uri-stem",
                "2026-05-01\t00:00:00\t/",
                "2026-04-33\t00:00:00\t/",
                "2026-01-01\t00:00:00\t/",
                "2025-17-01\t00:00:00\t/");
        assertThat(TestLogs.read(log))
                .containsExactly("cloudfront", "2 1777593600", "3 malformed", "4 1767225600", "5 malformed");
    }

    @Test
    void readsLeapDaysAndLeapSeconds() throws IOException {
        var log = TestLogs.of(
                "log", "#Fields: date time cs-uri-stem", "2024-02-29\t00:00:00\t/", "2016-12-31\t23:59:60\t/");
        assertThat(TestLogs.read(log)).containsExactly("cloudfront", "2 1709164800", "3 1483228800");
    }

    @Test
    void readsCrLfAndALastLineWithoutALineFeed() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Fields: date time cs-uri-stem\r\n2026-05-03\t00:00:00\t/a/\r\n\r\n2026-05-03\t00:00:01\t/b/"
                        .getBytes(UTF_8));
        assertThat(TestLogs.read(log, Field.PATH))
                .containsExactly("cloudfront", "2 1777766400 /a/", "4 1777766401 /b/");
    }
}
