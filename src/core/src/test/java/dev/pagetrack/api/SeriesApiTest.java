package dev.pagetrack.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.table.testing.TestTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Totals and histories in the JSON format of the blog series. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesApiTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-10-02T10:00:00Z"), ZoneOffset.UTC);

    private TestTable test;
    private StatsApi api;

    @BeforeAll
    void fillTable() {
        test = new TestTable();
        test.write(TestTable.views("blog/articles/a/", second("2022-09-30T23:59:58Z"), 3));
        test.write(TestTable.views("about/", second("2022-09-08T03:02:24Z"), 1));
        api = new StatsApi(test.table(), ApiSettings.DEFAULT.withSeries(true), CLOCK, failure -> {});
    }

    @AfterAll
    void closeTable() {
        test.close();
    }

    @Test
    void totalsOfASectionHaveFourMoreKeys() {
        assertThat(body("/pagetotals", "blog/articles/"))
                .isEqualTo("{\"blog/articles/a/\":3,\"TotalPageViews\":3,\"DynamoConsumedCapacity\":0.5,"
                        + "\"ResultsStartTime\":1664582398,\"ResultsStartTimeString\":\"2022-09-30T23:59:58Z\"}");
        assertThat(body("/pagetotals", "")).startsWith("{\"about/\":1,\"blog/articles/a/\":3,\"TotalPageViews\":4,");
        assertThat(body("/pagetotals", "nothing/="))
                .isEqualTo("{\"TotalPageViews\":0,\"DynamoConsumedCapacity\":0.0,\"ResultsStartTime\":null,"
                        + "\"ResultsStartTimeString\":null}");
    }

    @Test
    void totalsWithOurParametersHaveOurFormat() {
        assertThat(body("/pagetotals", "page=about/&page=blog/articles/a/"))
                .isEqualTo("{\"about/\":1,\"blog/articles/a/\":3}");
        assertThat(body("/pagetotals", "prefix=blog/")).isEqualTo("{\"blog/articles/a/\":3}");
        assertThat(get("/pagetotals", "blog/&page=about/").body())
                .contains("A section ('blog/') and a parameter are given");
    }

    @Test
    void historiesListAllDaysOfEachMonth() {
        assertThat(body("/pagehistory", "blog/articles/a/&from_date=2022-09-30&to_date=2022-10-01"))
                .isEqualTo("{\"PageName\":\"blog/articles/a/\",\"AccessFreq\":["
                        + "{\"YYYYMM\":\"202209\",\"DailyAccess\":[" + "0,".repeat(29) + "2]},"
                        + "{\"YYYYMM\":\"202210\",\"DailyAccess\":[1" + ",0".repeat(30) + "]}],"
                        + "\"QueryParameters\":{\"from_date\":\"2022-09-30\",\"to_date\":\"2022-10-01\"},"
                        + "\"DynamoConsumedCapacity\":1.5}");
    }

    @Test
    void historiesAcceptSecondsAndBeginWithTheFirstView() {
        assertThat(body("/pagehistory", "blog%2Farticles%2Fa%2F&from_time=1664582399&to_time=1664582399"))
                .contains("\"DailyAccess\":[" + "0,".repeat(29) + "2]");
        assertThat(body("/pagehistory", "about/"))
                .contains("\"202209\"", "\"202210\"")
                .doesNotContain("\"202208\"");
    }

    @Test
    void monthsHaveTheDaysOfTheCalendar() {
        assertThat(days("2024-02")).isEqualTo(29);
        assertThat(days("2023-02")).isEqualTo(28);
        assertThat(days("2100-02")).isEqualTo(28);
        assertThat(days("2022-04")).isEqualTo(30);
        assertThat(days("2022-12")).isEqualTo(31);
    }

    private int days(String month) {
        var body = body("/pagehistory", "about/&from_date=" + month + "-01&to_date=" + month + "-01");
        return body.replaceFirst(".*\"DailyAccess\":\\[(.*?)\\].*", "$1").split(",", -1).length;
    }

    @Test
    void daysBeginAndEndAtMidnightUtc() {
        // The first second of October.
        assertThat(body("/pagehistory", "blog/articles/a/&from_time=1664582400&to_time=1664582400"))
                .contains("{\"YYYYMM\":\"202210\",\"DailyAccess\":[1" + ",0".repeat(30) + "]}")
                .doesNotContain("202209");
        assertThat(body("/pagehistory", "blog/articles/a/&from_date=2022-10-02&to_date=2022-10-02"))
                .contains("\"DailyAccess\":[0" + ",0".repeat(30) + "]");
    }

    @Test
    void acceptsTheEncodingsOfTheFirstKeyThatClientsUse() {
        var plain = body("/pagehistory", "blog/articles/a/&from_date=2022-09-30&to_date=2022-09-30");
        assertThat(body("/pagehistory", "blog%2Farticles%2Fa%2F=&from_date=2022-09-30&to_date=2022-09-30"))
                .isEqualTo(plain);
        assertThat(body("/pagehistory", "caf%C3%A9/&from_date=2022-09-30&to_date=2022-09-30"))
                .startsWith("{\"PageName\":\"café/\"");
        assertThat(body("/pagetotals", "blog%2F")).contains("\"TotalPageViews\":3");
        assertThat(get("/pagehistory", "a%ZZ/").status()).isEqualTo(400);
    }

    @Test
    void refusesWrongParameters() {
        assertThat(get("/pagehistory", "from_date=2022-09-30").status()).isEqualTo(400);
        assertThat(get("/pagehistory", "a/&from_date=30.9.2022").status()).isEqualTo(400);
        assertThat(get("/pagehistory", "a/&from_date=2022-09-30&from_time=1").status())
                .isEqualTo(400);
        assertThat(get("/pagehistory", "a/&to_time=99999999999999999999").status())
                .isEqualTo(400);
        assertThat(get("/pagehistory", "a/&from_date=1990-01-01").status()).isEqualTo(400);
        assertThat(get("/pagetotals", "a/&b/").status()).isEqualTo(400);
    }

    @Test
    void refusesFarYearsBeforeItReads() {
        var unread = new StatsApi(test.missing(), ApiSettings.DEFAULT.withSeries(true), CLOCK, failure -> {});
        for (var query : List.of(
                "a/&from_time=-31557014167219200",
                "a/&to_time=31556889864403199",
                "a/&from_date=-999999999-01-01",
                "a/&to_date=%2B999999999-12-31",
                "a/&from_time=-1")) {
            var refused = unread.handle(new ApiRequest("GET", "/pagehistory", query, Map.of()));
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.body()).as(query).contains("1970-01-01 to 9999-12-31");
        }
        assertThat(unread.handle(new ApiRequest("GET", "/pagehistory", "a/&from_date=1990-01-01", Map.of()))
                        .body())
                .contains("\"The range has 394 months\"", "at most 240 months");
    }

    @Test
    void refusesAnAnswerThatWouldNotFitAResponse() {
        var short20 = new StatsApi(test.table(), ApiSettings.DEFAULT.withSeries(true), CLOCK, failure -> {}, 20);
        assertThat(short20.handle(new ApiRequest("GET", "/pagetotals", "about/", Map.of()))
                        .status())
                .isEqualTo(200);
        var refused = short20.handle(new ApiRequest("GET", "/pagetotals", "", Map.of()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("more than 20 characters", "/pagetotals?prefix=");
    }

    private String body(String path, String query) {
        var response = get(path, query);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }

    private ApiResponse get(String path, String query) {
        return api.handle(new ApiRequest("GET", path, query, Map.of()));
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
