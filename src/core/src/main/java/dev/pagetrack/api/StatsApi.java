package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Answers requests for statistics. Problems are described as RFC 9457 says, answers can be asked for again with their
 * {@code ETag}, and scripts of other sites may read them if the settings name those.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110, conditional requests</a>
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public final class StatsApi {

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final SortedMap<String, Resource> resources = new TreeMap<>();
    private final ApiSettings settings;
    private final Consumer<String> failures;

    /**
     * An API.
     *
     * @param clock says what day is today
     * @param failures is told why the table cannot be read; who asks only learns that it cannot: the reason may name
     *     roles, accounts and tables
     */
    public StatsApi(PageTrackTable table, ApiSettings settings, Clock clock, Consumer<String> failures) {
        this(table, settings, clock, failures, PageTotals.MAX_CHARACTERS);
    }

    /** With answers so short that a test needs few pages to fill one. */
    StatsApi(PageTrackTable table, ApiSettings settings, Clock clock, Consumer<String> failures, int maxCharacters) {
        this.settings = settings;
        this.failures = failures;
        var totals = new PageTotals(table, maxCharacters);
        resources.put("/pagetotals", settings.series() ? new SeriesTotals(table, totals) : totals);
        resources.put(
                "/pagehistory", settings.series() ? new SeriesHistory(table, clock) : new PageHistory(table, clock));
        resources.put("/mostviewed", new MostViewed(table, clock));
        resources.put("/summary", new Summary(table));
        resources.put("/pagetrack.js", new LiveScript());
    }

    /** Answers a request. Whatever is wrong with it becomes an answer, too. */
    public ApiResponse handle(ApiRequest request) {
        try {
            return answer(request);
        } catch (ApiProblem problem) {
            return problem(request, problem);
        } catch (TableException | StatisticsUnavailableException e) {
            failures.accept(e.getMessage());
            return problem(request, new ApiProblem(503, "The statistics cannot be read now", "Ask again in a minute."));
        }
    }

    private ApiResponse answer(ApiRequest request) {
        var resource = resources.get(request.path());
        if (resource == null) {
            throw new ApiProblem(
                    404, "There is no " + request.path(), "Ask for " + String.join(", ", resources.keySet()) + ".");
        }
        return switch (request.method()) {
            case "OPTIONS" -> options(request);
            case "GET", "HEAD" -> read(request, resource);
            default ->
                throw new ApiProblem(405, request.path() + " cannot be asked with " + request.method(), "Use GET.");
        };
    }

    private ApiResponse options(ApiRequest request) {
        var headers = headers(request);
        headers.put("Allow", METHODS);
        if (headers.containsKey("Access-Control-Allow-Origin")) {
            headers.put("Access-Control-Allow-Methods", METHODS);
            headers.put("Access-Control-Allow-Headers", "If-None-Match");
            headers.put("Access-Control-Max-Age", "86400");
        }
        return new ApiResponse(204, headers, "");
    }

    private ApiResponse read(ApiRequest request, Resource resource) {
        var parameters = resource.takesFirstKey()
                ? Parameters.withFirstKey(request.query(), resource.parameters())
                : Parameters.of(request.query());
        parameters.requireOnly(request.path(), resource.parameters());
        var content = resource.answer(parameters);
        var tag = tag(content);
        var headers = headers(request);
        headers.put("Cache-Control", "public, max-age=" + settings.maxAge().toSeconds());
        headers.put("ETag", tag);
        content.next().ifPresent(next -> headers.put("Link", "<" + next + ">; rel=\"next\""));
        if (request.header("If-None-Match").filter(known -> matches(known, tag)).isPresent()) {
            return new ApiResponse(304, headers, "");
        }
        headers.put("Content-Type", content.type());
        return new ApiResponse(200, headers, body(request, content.text()));
    }

    private ApiResponse problem(ApiRequest request, ApiProblem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        var headers = headers(request);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", "application/problem+json");
        if (problem.status() == 405) {
            headers.put("Allow", METHODS);
        }
        return new ApiResponse(problem.status(), headers, body(request, JsonText.of(body)));
    }

    private static String body(ApiRequest request, String text) {
        return request.method().equals("HEAD") ? "" : text;
    }

    /** What every answer has: who may read it. */
    private Map<String, String> headers(ApiRequest request) {
        var headers = new TreeMap<String, String>();
        if (settings.variesByOrigin()) {
            headers.put("Vary", "Origin");
        }
        request.header("Origin").flatMap(settings::allowed).ifPresent(origin -> {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", "ETag, Link");
        });
        return headers;
    }

    private static String tag(Content content) {
        var digest = Sha256.create();
        content.next().ifPresent(next -> digest.update(next.getBytes(UTF_8)));
        digest.update(content.text().getBytes(UTF_8));
        return '"' + Sha256.hex(digest).substring(0, 32) + '"';
    }

    /** Weakly compared, as a {@code GET} wants it: what stands between may have compressed the answer it knows. */
    private static boolean matches(String known, String tag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
