package dev.pagetrack.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers requests for statistics. Problems are described as RFC 9457 says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
public final class StatsApi {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PREFIX = "prefix";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PageTrackTable table;

    public StatsApi(PageTrackTable table) {
        this.table = table;
    }

    /** Answers a request. Whatever is wrong with it becomes an answer, too. */
    public ApiResponse handle(ApiRequest request) {
        if (!request.path().equals("/pagetotals")) {
            return problem(404, "There is no " + request.path(), "Ask for /pagetotals.");
        }
        if (!Set.of("GET", "HEAD").contains(request.method())) {
            return problem(405, "/pagetotals cannot be asked with " + request.method(), "Use GET.");
        }
        for (var name : request.query().keySet()) {
            if (!name.equals(PREFIX)) {
                return problem(400, "/pagetotals has no parameter '" + name + "'", "It has one: prefix.");
            }
        }
        try {
            return pageTotals(request.query().getOrDefault(PREFIX, List.of("")));
        } catch (TableException e) {
            return problem(503, "The statistics cannot be read", e.getMessage());
        }
    }

    /** The flat map of the blog series: page path to views. */
    private ApiResponse pageTotals(List<String> prefixes) {
        if (prefixes.size() != 1) {
            return problem(400, "prefix is given " + prefixes.size() + " times", "Give it once.");
        }
        var totals = new LinkedHashMap<String, Long>();
        table.totals(prefixes.get(0)).forEach((page, total) -> totals.put(page, total.views()));
        return new ApiResponse(200, JSON, json(totals));
    }

    private static ApiResponse problem(int status, String title, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return new ApiResponse(status, PROBLEM_JSON, json(problem));
    }

    private static String json(Map<String, ?> value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers make JSON", e);
        }
    }
}
