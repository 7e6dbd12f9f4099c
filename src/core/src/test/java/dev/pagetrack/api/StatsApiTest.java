package dev.pagetrack.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatsApiTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final Pattern MONTH = Pattern.compile("MONTH#[0-9-]{7}");
    private static final String BLOG = "https://blog.example";

    private final List<String> failures = new ArrayList<>();
    private TestTable test;
    private StatsApi api;

    @BeforeAll
    void fillTable() {
        test = new TestTable();
        new Ingestion(test.table(), ViewPolicy.DEFAULT)
                .run(List.of(TestLogs.of(
                        "log",
                        "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id",
                        view("2026-05-03\t12:17:39", "/blog/a/", 1),
                        view("2026-05-03\t12:17:39", "/blog/a/", 2),
                        view("2026-04-30\t23:59:59", "/blog/a/", 3),
                        view("2026-05-04\t00:00:00", "/blog/a", 4),
                        view("2026-05-03\t12:17:39", "/", 5),
                        view("2026-05-03\t12:17:39", "/caf%C3%A9/", 6))));
        api = new StatsApi(test.table(), ApiSettings.DEFAULT, CLOCK, failures::add);
    }

    private static String view(String time, String path, int id) {
        return time + "\tGET\t" + path + "\t200\tMozilla/5.0%20Firefox/122.0\t" + id;
    }

    @AfterAll
    void closeTable() {
        test.close();
    }

    @Test
    void reportsOnceThatAnotherVersionNamedThePages() {
        var reported = new ArrayList<String>();
        try (var other = new TestTable()) {
            var meta = new HashMap<>(new Attributes(Optional.empty()).meta());
            meta.put(Attributes.VERSION, Attributes.number(1));
            other.client().putItem(put -> put.tableName("PageTrackTable").item(meta));
            var named = new StatsApi(other.table(), ApiSettings.DEFAULT, CLOCK, reported::add);
            for (int i = 0; i < 2; i++) {
                assertThat(named.handle(new ApiRequest("GET", "/summary", "", Map.of()))
                                .status())
                        .isEqualTo(200);
            }
        }
        assertThat(reported).singleElement().asString().contains("has page names of version 1");
    }

    @Test
    void answersTheFlatMapOfTheSeries() {
        assertThat(get("/pagetotals", ""))
                .isEqualTo(new ApiResponse(
                        200,
                        Map.of(
                                "Cache-Control", "public, max-age=60",
                                "Content-Type", "application/json",
                                "ETag", "\"09fdae417ae207bc743879ba8e0a40d6\""),
                        "{\"/\":1,\"blog/a\":1,\"blog/a/\":3,\"café/\":1}"));
        assertThat(get("/pagetotals", "prefix=blog/").body()).isEqualTo("{\"blog/a\":1,\"blog/a/\":3}");
        assertThat(get("/pagetotals", "prefix=caf%C3%A9").body()).isEqualTo("{\"café/\":1}");
        assertThat(get("/pagetotals", "prefix=z").body()).isEqualTo("{}");
    }

    @Test
    void answersTheTotalsOfTheNamedPages() {
        assertThat(get("/pagetotals", "page=blog/a/&page=%2F&page=blog/a/&page=never/")
                        .body())
                .isEqualTo("{\"/\":1,\"blog/a/\":3}");
    }

    /** A leading slash is no part of a page path, except of the home page's. */
    @Test
    void takesPathsWithALeadingSlash() {
        assertThat(get("/pagetotals", "page=/blog/a/&page=blog/a/&page=/").body())
                .isEqualTo("{\"/\":1,\"blog/a/\":3}");
        assertThat(get("/pagetotals", "prefix=/blog/").body()).isEqualTo("{\"blog/a\":1,\"blog/a/\":3}");
        assertThat(get("/mostviewed", "prefix=/blog/").body())
                .isEqualTo(get("/mostviewed", "prefix=blog/").body());
        assertThat(get("/pagehistory", "page=/blog/a/").body())
                .isEqualTo(get("/pagehistory", "page=blog/a/").body());
    }

    @Test
    void cutsALongResponseAndLinksToTheNextPart() {
        var short20 = new StatsApi(test.table(), ApiSettings.DEFAULT, CLOCK, failures::add, 20);
        var first = short20.handle(request("GET", "/pagetotals", "", Map.of()));
        assertThat(first.body()).isEqualTo("{\"/\":1,\"blog/a\":1,\"blog/a/\":3}");
        assertThat(first.headers()).containsEntry("Link", "</pagetotals?after=blog%2Fa%2F>; rel=\"next\"");
        var second = short20.handle(request("GET", "/pagetotals", "after=blog%2Fa%2F", Map.of()));
        assertThat(second.body()).isEqualTo("{\"café/\":1}");
        assertThat(second.headers()).doesNotContainKey("Link");
        var section = short20.handle(request("GET", "/pagetotals", "prefix=b&after=blog%2Fa", Map.of()));
        assertThat(section.body()).isEqualTo("{\"blog/a/\":3}");
    }

    @Test
    void answersTheHistoryOfAPage() {
        assertThat(get("/pagehistory", "page=blog/a/&from=2026-04-30&to=2026-05-03&by=month")
                        .body())
                .isEqualTo("{\"pages\":[\"blog/a/\"],\"from\":\"2026-04-30\",\"to\":\"2026-05-03\",\"by\":\"month\","
                        + "\"views\":3,\"history\":[{\"from\":\"2026-04-30\",\"to\":\"2026-04-30\",\"views\":1},"
                        + "{\"from\":\"2026-05-01\",\"to\":\"2026-05-03\",\"views\":2}]}");
        assertThat(get("/pagehistory", "page=blog/a/&page=blog/a&from=2026-05-03&to=2026-05-04")
                        .body())
                .contains("\"by\":\"day\",\"views\":3,", "\"to\":\"2026-05-03\",\"views\":2}", "\"views\":1}]}");
        assertThat(get("/pagehistory", "page=blog/a/&from=2026-04-27&by=week").body())
                .contains("\"to\":\"2026-05-04\"", "{\"from\":\"2026-04-27\",\"to\":\"2026-05-03\",\"views\":3}");
        assertThat(get("/pagehistory", "page=never/").body())
                .contains("\"from\":\"2025-06-01\",\"to\":\"2026-05-04\",\"by\":\"month\",\"views\":0");
    }

    @Test
    void answersTheMostViewedPages() {
        assertThat(get("/mostviewed", "limit=2").body())
                .isEqualTo("{\"mostViewed\":[{\"page\":\"blog/a/\",\"views\":3},{\"page\":\"/\",\"views\":1}]}");
        assertThat(get("/mostviewed", "period=1d&prefix=blog/").body())
                .isEqualTo("{\"from\":\"2026-05-04\",\"to\":\"2026-05-04\","
                        + "\"mostViewed\":[{\"page\":\"blog/a\",\"views\":1}]}");
    }

    @Test
    void answersTheSummaryOfTheSite() {
        assertThat(get("/summary", "").body())
                .isEqualTo("{\"views\":6,\"pages\":4,\"since\":\"2026-04-30T23:59:59Z\","
                        + "\"last\":\"2026-05-04T00:00:00Z\",\"consumedReadUnits\":0.5}");
        try (var empty = new TestTable()) {
            var none = new StatsApi(empty.table(), ApiSettings.DEFAULT, CLOCK, failures::add);
            assertThat(none.handle(request("GET", "/summary", "", Map.of())).body())
                    .startsWith("{\"views\":0,\"pages\":0,\"since\":null,\"last\":null,");
        }
    }

    @Test
    void answersTheScriptThatRefreshesCounters() {
        var script = get("/pagetrack.js", "");
        assertThat(script.headers()).containsEntry("Content-Type", "text/javascript; charset=utf-8");
        assertThat(script.body()).contains("document.currentScript").hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /pagetotals  | limit=5                    | /pagetotals has no parameter 'limit'
            /pagetotals  | prefix=a&prefix=b          | prefix is given 2 times
            /pagetotals  | &                          | /pagetotals has no parameter ''
            /pagetotals  | prefix=%                   | The query is not URL-encoded
            /pagetotals  | prefix=%zz                 | The query is not URL-encoded
            /pagetotals  | page=                      | page is empty
            /pagetotals  | page=a&prefix=a            | page is given, and prefix or after
            /pagetotals  | prefix=b&after=a           | after is 'a'
            /pagehistory | from=2026-01-01            | page is missing
            /pagehistory | page=a&from=2026-02-30     | from is '2026-02-30'
            /pagehistory | page=a&to=yesterday        | to is 'yesterday'
            /pagehistory | page=a&by=year             | by is 'year'
            /pagehistory | page=a&from=2026-05-05     | to (2026-05-04) is before from (2026-05-05)
            /pagehistory | page=a&from=1999-01-01     | from and to are 9986 days apart
            /mostviewed  | limit=0                    | limit is '0'
            /mostviewed  | limit=1001                 | limit is '1001'
            /mostviewed  | limit=many                 | limit is 'many'
            /mostviewed  | period=30                  | period is '30'
            /mostviewed  | period=2026-01-01..%2B999999999-12-31             | period is '2026-01-01..+999999999-12-31'
            /mostviewed  | period=-999999999-01-01..-999999999-01-01         | period is '-999999999-01-01..-999999999-01-01'
            /mostviewed  | period=2010-01-01..2026-12-31                     | period is '2010-01-01..2026-12-31'
            /pagehistory | page=a&from=%2B999999999-12-01&to=%2B999999999-12-31 | to is '+999999999-12-31'
            /pagehistory | page=a&to=-999999999-01-01                        | to is '-999999999-01-01'
            /pagehistory | page=a&from=-999999999-01-01                      | from is '-999999999-01-01'
            /pagehistory | page=a&to=1969-12-31                              | to is '1969-12-31'
            /summary     | a=b                        | /summary has no parameter 'a'
            """)
    void refusesWrongParametersWithoutReading(String path, String query, String title) {
        var unread = new StatsApi(test.missing(), ApiSettings.DEFAULT, CLOCK, failures::add);
        var response = unread.handle(request("GET", path, query, Map.of()));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store");
        assertThat(response.body()).startsWith("{\"title\":\"" + title + "\",\"status\":400,\"detail\":\"");
    }

    @Test
    void refusesTooLongOrTooManyPages() {
        assertThat(get("/pagetotals", "prefix=" + "é".repeat(512)).status()).isEqualTo(200);
        assertThat(get("/pagetotals", "prefix=" + "é".repeat(513)).status()).isEqualTo(400);
        assertThat(get("/pagetotals", "after=" + "a".repeat(1025)).status()).isEqualTo(400);
        assertThat(get("/pagetotals", pages(100)).status()).isEqualTo(200);
        assertThat(get("/pagetotals", pages(101)).status()).isEqualTo(400);
        assertThat(get("/pagehistory", pages(20)).status()).isEqualTo(200);
        assertThat(get("/pagehistory", pages(21)).status()).isEqualTo(400);
    }

    @Test
    void saysTheBoundOfWhatItRefuses() {
        assertThat(get("/mostviewed", "period=2016-01-01..2026-01-07").status()).isEqualTo(200);
        assertThat(get("/mostviewed", "period=2016-01-01..2026-01-08").body())
                .contains("at most 3660 days or 120 months", "1970-01-01 to 9999-12-31");
        assertThat(get("/pagehistory", "page=a&to=%2B10000-01-01").body()).contains("1970-01-01 to 9999-12-31");
        assertThat(get("/pagehistory", "page=a&from=9999-12-01&to=9999-12-31").body())
                .contains("\"by\":\"day\",\"views\":0", "{\"from\":\"9999-12-31\",\"to\":\"9999-12-31\",\"views\":0}]");
        assertThat(get("/pagehistory", "page=a&to=1970-01-01").status()).isEqualTo(200);
        assertThat(get("/pagetotals", "prefix=" + "%20".repeat(21_844)).body())
                .contains("The query has 65539 characters", "at most 65536");
    }

    @Test
    void refusesARequestWithABody() {
        assertThat(api.handle(request("GET", "/summary", "", Map.of("Content-Length", "0")))
                        .status())
                .isEqualTo(200);
        var unread = new StatsApi(test.missing(), ApiSettings.DEFAULT, CLOCK, failures::add);
        for (var header : List.of("content-length", "transfer-encoding")) {
            var refused = unread.handle(request("GET", "/summary", "", Map.of(header, "7")));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("The request has a body");
        }
    }

    @Test
    void readsOnlyMonthsBetweenTheFirstViewAndTheLast() {
        var read = new ArrayList<String>();
        var counting = new StatsApi(test.as(noting(read), Optional.empty()), ApiSettings.DEFAULT, CLOCK, failures::add);
        var history = counting.handle(
                request("GET", "/pagehistory", "page=blog/a/&from=2016-06-01&to=2026-05-31&by=month", Map.of()));
        assertThat(history.body()).contains("\"views\":3,", "{\"from\":\"2016-06-01\"");
        assertThat(read).containsExactlyInAnyOrder("MONTH#2026-04", "MONTH#2026-05");
        read.clear();
        var list = counting.handle(request("GET", "/mostviewed", "period=120m", Map.of()));
        assertThat(list.body())
                .startsWith("{\"from\":\"2016-06-01\",\"to\":\"2026-05-31\",")
                .contains("{\"page\":\"blog/a/\",\"views\":3}");
        assertThat(read).containsExactlyInAnyOrder("MONTH#2026-04", "MONTH#2026-05");
        read.clear();
        assertThat(counting.handle(request("GET", "/mostviewed", "period=2020-01-01..2020-12-31", Map.of()))
                        .body())
                .isEqualTo("{\"from\":\"2020-01-01\",\"to\":\"2020-12-31\",\"mostViewed\":[]}");
        assertThat(read).isEmpty();
    }

    /** A client that notes the months that are read. */
    private DynamoDbClient noting(List<String> months) {
        return Clients.at(test.serve(), new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                synchronized (months) {
                    MONTH.matcher(context.request().toString())
                            .results()
                            .map(MatchResult::group)
                            .distinct()
                            .forEach(months::add);
                }
            }
        });
    }

    private static String pages(int count) {
        return IntStream.range(0, count).mapToObj(i -> "page=p" + i).collect(joining("&"));
    }

    @Test
    void answersOtherPathsAndMethods() {
        assertThat(get("/pagetotal", "").body())
                .isEqualTo("{\"title\":\"There is no /pagetotal\",\"status\":404,\"detail\":\"Ask for /mostviewed,"
                        + " /pagehistory, /pagetotals, /pagetrack.js, /summary.\"}");
        var post = api.handle(request("POST", "/pagetotals", "", Map.of()));
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void answersHeadAsGetWithoutBody() {
        var get = get("/pagetotals", "");
        var head = api.handle(request("HEAD", "/pagetotals", "", Map.of()));
        assertThat(head).isEqualTo(new ApiResponse(200, get.headers(), ""));
        assertThat(api.handle(request("HEAD", "/pagetotals", "x=y", Map.of())).body())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TAG          | 304
            W/TAG        | 304
            "a", TAG     | 304
            *            | 304
            "a"          | 200
            """)
    void sendsNoBodyThatTheClientHasCached(String known, int status) {
        var first = get("/pagetotals", "");
        var tag = first.headers().get("ETag");
        var again = api.handle(request("GET", "/pagetotals", "", Map.of("if-none-match", known.replace("TAG", tag))));
        assertThat(again.status()).isEqualTo(status);
        if (status == 304) {
            var headers = new TreeMap<>(first.headers());
            headers.remove("Content-Type");
            assertThat(again).isEqualTo(new ApiResponse(304, headers, ""));
        }
    }

    @Test
    void letsScriptsOfConfiguredSitesRead() {
        var open = new StatsApi(test.table(), new ApiSettings(Set.of(BLOG), Duration.ofHours(1)), CLOCK, failures::add);
        assertThat(open.handle(request("GET", "/pagetotals", "", Map.of("origin", BLOG)))
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", BLOG)
                .containsEntry("Access-Control-Expose-Headers", "ETag, Link")
                .containsEntry("Vary", "Origin")
                .containsEntry("Cache-Control", "public, max-age=3600");
        assertThat(open.handle(request("OPTIONS", "/pagetotals", "", Map.of("Origin", BLOG))))
                .isEqualTo(new ApiResponse(
                        204,
                        Map.of(
                                "Access-Control-Allow-Headers", "If-None-Match",
                                "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS",
                                "Access-Control-Allow-Origin", BLOG,
                                "Access-Control-Expose-Headers", "ETag, Link",
                                "Access-Control-Max-Age", "86400",
                                "Allow", "GET, HEAD, OPTIONS",
                                "Vary", "Origin"),
                        ""));
        assertThat(open.handle(request("GET", "/nothing", "", Map.of("Origin", BLOG)))
                        .headers())
                .containsEntry("Access-Control-Allow-Origin", BLOG);
        assertThat(open.handle(request("GET", "/pagetotals", "", Map.of("Origin", BLOG + ".evil")))
                        .headers())
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Vary", "Origin");
        assertThat(api.handle(request("GET", "/pagetotals", "", Map.of("Origin", BLOG)))
                        .headers())
                .doesNotContainKeys("Access-Control-Allow-Origin", "Vary");
    }

    @Test
    void letsScriptsOfAllSitesReadWithAnAsterisk() {
        var settings = new ApiSettings(Set.of("*"), Duration.ZERO);
        var headers = new StatsApi(test.table(), settings, CLOCK, failures::add)
                .handle(request("GET", "/pagetotals", "", Map.of("Origin", BLOG)))
                .headers();
        assertThat(headers).containsEntry("Access-Control-Allow-Origin", "*").doesNotContainKey("Vary");
    }

    @ParameterizedTest
    @CsvSource({"blog.example", "https://blog.example/", "https://blog.example/a", "''", "https://a b"})
    void refusesAnOriginThatNoBrowserSends(String origin) {
        assertThatThrownBy(() -> new ApiSettings(Set.of(origin), Duration.ZERO))
                .hasMessageContaining("'" + origin + "' is no origin");
    }

    @Test
    void doesNotTellClientsWhyTheTableCannotBeRead() {
        failures.clear();
        var withoutTable = new StatsApi(test.missing(), ApiSettings.DEFAULT, CLOCK, failures::add);
        for (var path : List.of("/pagetotals", "/mostviewed", "/summary")) {
            var response = withoutTable.handle(request("GET", path, "", Map.of()));
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.body()).doesNotContain("Elsewhere");
        }
        assertThat(failures)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure).contains("'Elsewhere'"));
    }

    private ApiResponse get(String path, String query) {
        return api.handle(request("GET", path, query, Map.of()));
    }

    private static ApiRequest request(String method, String path, String query, Map<String, String> headers) {
        return new ApiRequest(method, path, query, headers);
    }
}
