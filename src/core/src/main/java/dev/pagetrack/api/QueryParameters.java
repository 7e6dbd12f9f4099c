package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.stats.Days;
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

/** The query parameters of a request, decoded and checked. An error in a parameter is an {@link ApiProblem}. */
final class QueryParameters {

    /**
     * The maximum length of a sort key, in bytes; DynamoDB refuses a query for a longer one.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
     */
    private static final int MAX_KEY_BYTES = 1024;

    /** Six times what API Gateway passes on, which is 10 KB with all headers. */
    private static final int MAX_QUERY = 65_536;

    private final Map<String, List<String>> values;
    private final Optional<String> firstKey;

    private QueryParameters(Map<String, List<String>> values, Optional<String> firstKey) {
        this.values = values;
        this.firstKey = firstKey;
    }

    /** Decodes a query in the encoding of HTML forms. */
    static QueryParameters of(String query) {
        requireLength(query);
        var values = new LinkedHashMap<String, List<String>>();
        if (!query.isEmpty()) {
            for (var pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), any -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new QueryParameters(values, Optional.empty());
    }

    /**
     * Decodes a query that may begin with a value without a name, such as {@code blog/articles/&from_date=2026-01-01}.
     *
     * @param names the names of the parameters, none of which is taken for such a value
     */
    static QueryParameters withFirstKey(String query, Set<String> names) {
        requireLength(query);
        int end = query.indexOf('&');
        var first = end < 0 ? query : query.substring(0, end);
        // Some clients append "=" to a key without a value.
        var key = decoded(first.endsWith("=") ? first.substring(0, first.length() - 1) : first);
        if (first.isEmpty() || names.contains(key.replaceFirst("=.*", ""))) {
            return of(query);
        }
        return new QueryParameters(
                of(end < 0 ? "" : query.substring(end + 1)).values, Optional.of(requireKey("The first key", key)));
    }

    private static void requireLength(String query) {
        if (query.length() > MAX_QUERY) {
            throw ApiProblem.badRequest(
                    "The query has " + query.length() + " characters", "Write at most " + MAX_QUERY + ".");
        }
    }

    /** The value without a name at the beginning of the query; empty if there is none. */
    Optional<String> firstKey() {
        return firstKey;
    }

    /** The parameters that have a name, as they were given. */
    Map<String, String> asGiven() {
        var given = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> given.put(name, String.join(",", all)));
        return given;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest("The query is not URL-encoded", "Write a % as %25.");
        }
    }

    /** Makes sure that there are no other parameters than these. */
    void requireOnly(String path, Set<String> names) {
        for (var name : values.keySet()) {
            if (!names.contains(name)) {
                var known =
                        names.isEmpty() ? "It has none." : "It has: " + String.join(", ", new TreeSet<>(names)) + ".";
                throw ApiProblem.badRequest(path + " has no parameter '" + name + "'", known);
            }
        }
    }

    /** The value of a parameter that may be given only once. */
    Optional<String> text(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw ApiProblem.badRequest(name + " is given " + all.size() + " times", "Give it once.");
        }
        return all.stream().findFirst();
    }

    /** The beginning of page paths, which have no leading slash, so one that is given is left out. */
    String prefix() {
        var prefix = key("prefix");
        return prefix.startsWith("/") ? prefix.substring(1) : prefix;
    }

    /** The value of a parameter that is a page path or the beginning of one; empty if it is not given. */
    String key(String name) {
        return requireKey(name, text(name).orElse(""));
    }

    /** The different values of {@code page}, without the leading slash that only the home page has. */
    Set<String> pages(int max) {
        var pages = new TreeSet<String>();
        for (var page : values.getOrDefault("page", List.of())) {
            if (page.isEmpty()) {
                throw ApiProblem.badRequest(
                        "page is empty", "Write a page path, such as blog/articles/; the home page is /.");
            }
            pages.add(requireKey("page", page.length() > 1 && page.startsWith("/") ? page.substring(1) : page));
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
                    name + " has " + bytes + " bytes", "A page path has at most " + MAX_KEY_BYTES + " bytes.");
        }
        return value;
    }

    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(Days::parse);
        } catch (DateTimeParseException | WrongSettingException e) {
            throw wrong(name, "Write a day of " + Days.BOUNDS + ", such as 2026-03-31.");
        }
    }

    int number(String name, int defaultValue, int max) {
        try {
            int number = text(name).map(Integer::parseInt).orElse(defaultValue);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, with the same message as a number that is too high.
        }
        throw wrong(name, "Write a number from 1 to " + max + ".");
    }

    Period period(String name) {
        try {
            return Period.parse(text(name).orElse("all"));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    name,
                    "Write " + Period.FORMS + ", of at most " + Period.MAX_DAYS + " days or " + Period.MAX_MONTHS
                            + " months; days are " + Days.BOUNDS + ".");
        }
    }

    /** The problem that the value of a parameter is wrong. */
    ApiProblem wrong(String name, String advice) {
        return ApiProblem.badRequest(name + " is '" + text(name).orElse("") + "'", advice);
    }
}
