package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response of the statistics API. The response to a {@code HEAD} request has the headers of a {@code GET} and no
 * body.
 *
 * @param status the HTTP status
 * @param headers the headers, sorted by name
 * @param body the body, to be sent as UTF-8; empty if there is none
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {

    public ApiResponse {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        requireNonNull(body, "body");
    }
}
