package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

/**
 * An answer of the statistics API.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body JSON
 */
public record ApiResponse(int status, String contentType, String body) {

    public ApiResponse {
        requireNonNull(contentType, "contentType");
        requireNonNull(body, "body");
    }
}
