package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests {@link CloudFrontLogFormat} with version 2 of CloudFront's standard logs. */
class CloudFrontVersion2Test {

    @Test
    void readsTheChosenFieldsInTheChosenOrder() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Version: 1.0",
                "#Fields:\tcs-uri-stem\tc-country\ttime\tdate\tasn\tsc-status\tcs-method",
                "/blog/\tDE\t12:17:39\t2026-05-03\t64500\t200\tGET");
        assertThat(TestLogs.read(log, Field.PATH, Field.COUNTRY, Field.STATUS, Field.METHOD))
                .containsExactly("cloudfront", "3 1777810659 /blog/ DE 200 GET");
    }

    @Test
    void readsTheTimestampsOfRealTimeLogsInsteadOfDateAndTime() throws IOException {
        assertThat(TestLogs.read(TestLogs.of(
                        "log", "#Fields: timestamp(ms) cs-uri-stem", "1777810659999\t/a/", "1777810660\t/a/")))
                .containsExactly("cloudfront", "2 1777810659", "3 1777810");
        assertThat(TestLogs.read(TestLogs.of(
                        "log",
                        "#Fields: timestamp cs-uri-stem",
                        "1777810659.999\t/a/",
                        "1777810659\t/a/",
                        "1777810659.\t/a/",
                        "-\t/a/",
                        "253402300800\t/a/")))
                .containsExactly(
                        "cloudfront", "2 1777810659", "3 1777810659", "4 malformed", "5 malformed", "6 malformed");
    }

    @Test
    void readsTheFieldNamesOfRealTimeLogs() throws IOException {
        var log = TestLogs.of(
                "log", "#Fields: timestamp cs-uri-stem cs-user-agent cs-referer", "1\t/a/?b=c?\tMozilla\thttps://x/");
        assertThat(TestLogs.read(log, Field.PATH, Field.USER_AGENT, Field.REFERRER))
                .containsExactly("cloudfront", "2 1 /a/ Mozilla https://x/");
    }

    @Test
    void readsASecondFieldsLineInTheMiddleOfAFile() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Fields: timestamp(ms) cs-uri-stem",
                "1000\t/a/",
                "#Fields: date\ttime\tsc-status\tcs-uri-stem",
                "1970-01-01\t00:00:02\t200\t/b/",
                "#Version: 1.0",
                "#Fields: cs-uri-stem timestamp",
                "/c/\t3");
        assertThat(TestLogs.read(log, Field.PATH, Field.STATUS))
                .containsExactly("cloudfront", "2 1 /a/ ?", "4 2 /b/ 200", "7 3 /c/ ?");
    }

    @Test
    void rejectsADayThatItsMonthDoesNotHave() throws IOException {
        var log = TestLogs.of(
                "log", "#Fields: date time cs-uri-stem", "2026-06-03\t00:00:00\t/", "2026-05-35\t00:00:00\t/");
        assertThat(TestLogs.read(log)).containsExactly("cloudfront", "2 1780444800", "3 malformed");
    }
}
