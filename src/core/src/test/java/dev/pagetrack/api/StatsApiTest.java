package dev.pagetrack.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.log.Logs;
import dev.pagetrack.table.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatsApiTest {

    private TestTable test;
    private StatsApi api;

    @BeforeAll
    void fillTable() {
        test = new TestTable();
        new Ingestion(test.table(), ViewPolicy.DEFAULT)
                .run(List.of(Logs.of(
                        "log",
                        "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id",
                        "2026-05-03\t12:17:39\tGET\t/blog/a/\t200\tMozilla/5.0%20Firefox/122.0\t1",
                        "2026-05-03\t12:17:39\tGET\t/blog/a/\t200\tMozilla/5.0%20Firefox/122.0\t2",
                        "2026-05-03\t12:17:39\tGET\t/\t200\tMozilla/5.0%20Firefox/122.0\t3")));
        api = new StatsApi(test.table());
    }

    @AfterAll
    void closeTable() {
        test.close();
    }

    @Test
    void answersTheFlatMapOfTheSeries() {
        assertThat(get("/pagetotals", Map.of()))
                .isEqualTo(new ApiResponse(200, "application/json", "{\"/\":1,\"blog/a/\":2}"));
        assertThat(get("/pagetotals", Map.of("prefix", List.of("blog/"))).body())
                .isEqualTo("{\"blog/a/\":2}");
        assertThat(get("/pagetotals", Map.of("prefix", List.of("c"))).body()).isEqualTo("{}");
    }

    @Test
    void answersWhatIsWrongWithARequest() {
        assertThat(get("/pagetotal", Map.of()))
                .isEqualTo(new ApiResponse(
                        404,
                        "application/problem+json",
                        "{\"title\":\"There is no /pagetotal\",\"status\":404,\"detail\":\"Ask for /pagetotals.\"}"));
        assertThat(get("/pagetotals", Map.of("limit", List.of("5"))).status()).isEqualTo(400);
        assertThat(get("/pagetotals", Map.of("prefix", List.of("a", "b"))).status())
                .isEqualTo(400);
        assertThat(api.handle(new ApiRequest("POST", "/pagetotals", Map.of())).status())
                .isEqualTo(405);
    }

    private ApiResponse get(String path, Map<String, List<String>> query) {
        return api.handle(new ApiRequest("GET", path, query));
    }
}
