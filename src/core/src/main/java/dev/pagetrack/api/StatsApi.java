package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Answers HTTP requests for statistics. Errors are problem details (RFC 9457), responses have an {@code ETag} for
 * conditional requests, and scripts of the sites in the settings may read them (CORS).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110, conditional requests</a>
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public final class StatsApi {

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final SortedMap<String, Resource> resources = new TreeMap<>();
    private final PageTrackTable table;
    private final ApiSettings settings;
    private final Consumer<String> failures;
    private final AtomicBoolean checked = new AtomicBoolean();

    /**
     * An API for a table.
     *
     * @param clock the current time
     * @param failures receives the reason when the table cannot be read, or is read with some pages under other names.
     *     The client is not given the reason, because it may name roles, accounts and tables
     */
    public StatsApi(PageTrackTable table, ApiSettings settings, Clock clock, Consumer<String> failures) {
        this(table, settings, clock, failures, PageTotalsResource.MAX_CHARACTERS);
    }

    /** For tests: with a small maximum, a few pages fill a response. */
    StatsApi(PageTrackTable table, ApiSettings settings, Clock clock, Consumer<String> failures, int maxCharacters) {
        this.table = table;
        this.settings = settings;
        this.failures = failures;
        var totals = new PageTotalsResource(table, maxCharacters);
        resources.put(
                "/pagetotals", settings.series() ? new SeriesTotalsResource(table, totals, maxCharacters) : totals);
        resources.put(
                "/pagehistory",
                settings.series() ? new SeriesHistoryResource(table, clock) : new PageHistoryResource(table, clock));
        resources.put("/mostviewed", new MostViewedResource(table, clock));
        resources.put("/summary", new SummaryResource(table));
        resources.put("/pagetrack.js", new ScriptResource());
    }

    /** Answers a request. Errors become responses, too. */
    public ApiResponse handle(ApiRequest request) {
        try {
            return answer(request);
        } catch (ApiProblem problem) {
            return problem(request, problem);
        } catch (TableException | StatisticsUnavailableException e) {
            failures.accept(e.getMessage());
            return problem(request, new ApiProblem(503, "The statistics cannot be read now", "Try again in a minute."));
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
            case "GET", "HEAD" -> {
                requireNoBody(request);
                yield read(request, resource);
            }
            default -> throw new ApiProblem(405, request.path() + " does not support " + request.method(), "Use GET.");
        };
    }

    /** Nobody reads a body here, and bytes that nobody reads still cost time and memory. */
    private static void requireNoBody(ApiRequest request) {
        boolean hasLength = request.header("Content-Length")
                .filter(length -> !length.strip().equals("0"))
                .isPresent();
        if (hasLength || request.header("Transfer-Encoding").isPresent()) {
            throw ApiProblem.badRequest("The request has a body", "Send at most 0 bytes after the headers.");
        }
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

    /** Reports, once, if another version of pagetrack named the table's pages. */
    private void reportNaming() {
        if (!checked.getAndSet(true)) {
            table.namingProblem().ifPresent(failures);
        }
    }

    private ApiResponse read(ApiRequest request, Resource resource) {
        var parameters = resource.takesFirstKey()
                ? QueryParameters.withFirstKey(request.query(), resource.parameters())
                : QueryParameters.of(request.query());
        parameters.requireOnly(request.path(), resource.parameters());
        var content = resource.answer(parameters);
        reportNaming();
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

    /**
     * A response for a request that never came to this API, such as one that its server refuses.
     *
     * @param title what is wrong
     * @param detail what the client can do
     */
    public static ApiResponse problem(int status, String title, String detail) {
        return problem(new ApiProblem(status, title, detail), new TreeMap<>());
    }

    private ApiResponse problem(ApiRequest request, ApiProblem problem) {
        var response = problem(problem, headers(request));
        return new ApiResponse(response.status(), response.headers(), body(request, response.body()));
    }

    private static ApiResponse problem(ApiProblem problem, Map<String, String> headers) {
        var body = new LinkedHashMap<String, Object>();
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", "application/problem+json");
        if (problem.status() == 405) {
            headers.put("Allow", METHODS);
        }
        return new ApiResponse(problem.status(), headers, JsonText.of(body));
    }

    private static String body(ApiRequest request, String text) {
        return request.method().equals("HEAD") ? "" : text;
    }

    /** The headers of every response: they say which sites may read it. */
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

    /**
     * Whether an {@code If-None-Match} header matches a tag. {@code GET} requires weak comparison: a proxy that
     * compressed the response may have made its tag weak.
     */
    private static boolean matches(String known, String tag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
