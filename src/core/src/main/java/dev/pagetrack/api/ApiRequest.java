package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A request to the statistics API.
 *
 * @param method the HTTP method
 * @param path the path, with its leading slash and without the query
 * @param query the query's parameters, decoded
 */
public record ApiRequest(String method, String path, Map<String, List<String>> query) {

    public ApiRequest {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        query = Map.copyOf(query);
    }
}
