package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to the statistics API.
 *
 * @param method the HTTP method
 * @param path the path, with its leading slash and without the query
 * @param query the query as it was sent, still encoded, without its question mark; empty if there is none
 * @param headers the headers by name; upper or lower case does not matter
 */
public record ApiRequest(String method, String path, String query, Map<String, String> headers) {

    public ApiRequest {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(query, "query");
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
