package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.stats.Period;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request, decoded and checked. Whatever is wrong with one is an {@link ApiProblem}. */
final class Parameters {

    /**
     * The longest sort key, in bytes; DynamoDB refuses a query for more.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
     */
    private static final int MAX_KEY_BYTES = 1024;

    private final Map<String, List<String>> values;
    private final Optional<String> firstKey;

    private Parameters(Map<String, List<String>> values, Optional<String> firstKey) {
        this.values = values;
        this.firstKey = firstKey;
    }

    /** Decodes a query as HTML forms write it. */
    static Parameters of(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        if (!query.isEmpty()) {
            for (var pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new Parameters(values, Optional.empty());
    }

    /** Decodes a query that may begin with a value that has no name, as {@code blog/articles/&from_date=2026-01-01}. */
    static Parameters withFirstKey(String query, Set<String> names) {
        int end = query.indexOf('&');
        var first = end < 0 ? query : query.substring(0, end);
        // Some clients write a key without a value as one with an empty value.
        var key = decoded(first.endsWith("=") ? first.substring(0, first.length() - 1) : first);
        if (first.isEmpty() || names.contains(key.replaceFirst("=.*", ""))) {
            return of(query);
        }
        return new Parameters(
                of(end < 0 ? "" : query.substring(end + 1)).values, Optional.of(requireKey("The first key", key)));
    }

    Optional<String> firstKey() {
        return firstKey;
    }

    /** Those that have a name, as they were given. */
    Map<String, String> asGiven() {
        var given = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> given.put(name, String.join(",", all)));
        return given;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest("The query is not encoded as a URL's", "A % is written as %25.");
        }
    }

    /** Makes sure that there is no parameter but these. */
    void requireOnly(String path, Set<String> names) {
        for (var name : values.keySet()) {
            if (!names.contains(name)) {
                var known =
                        names.isEmpty() ? "It has none." : "It has: " + String.join(", ", new TreeSet<>(names)) + ".";
                throw ApiProblem.badRequest(path + " has no parameter '" + name + "'", known);
            }
        }
    }

    /** A parameter that may be given once. */
    Optional<String> text(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw ApiProblem.badRequest(name + " is given " + all.size() + " times", "Give it once.");
        }
        return all.stream().findFirst();
    }

    /** A page path or the beginning of one; empty if it is not given. */
    String key(String name) {
        return requireKey(name, text(name).orElse(""));
    }

    /** The page paths of {@code page}, each once. */
    Set<String> pages(int max) {
        var pages = new TreeSet<String>();
        for (var page : values.getOrDefault("page", List.of())) {
            if (page.isEmpty()) {
                throw ApiProblem.badRequest(
                        "page is empty", "Name a page path, as blog/articles/; the home page is /.");
            }
            pages.add(requireKey("page", page));
        }
        if (pages.size() > max) {
            throw ApiProblem.badRequest("page is given " + pages.size() + " times", "Give at most " + max + ".");
        }
        return pages;
    }

    private static String requireKey(String name, String value) {
        int bytes = value.getBytes(UTF_8).length;
        if (bytes > MAX_KEY_BYTES) {
            throw ApiProblem.badRequest(
                    name + " has " + bytes + " bytes", "A page path has at most " + MAX_KEY_BYTES + ".");
        }
        return value;
    }

    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw wrong(name, "Write a day, as 2026-03-31.");
        }
    }

    int number(String name, int otherwise, int max) {
        try {
            int number = text(name).map(Integer::parseInt).orElse(otherwise);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As wrong as one that is too high.
        }
        throw wrong(name, "Write a number from 1 to " + max + ".");
    }

    Period period(String name) {
        try {
            return Period.parse(text(name).orElse("all"));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "Write " + Period.FORMS + ".");
        }
    }

    ApiProblem wrong(String name, String wayOut) {
        return ApiProblem.badRequest(name + " is '" + text(name).orElse("") + "'", wayOut);
    }
}
