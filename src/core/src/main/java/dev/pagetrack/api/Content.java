package dev.pagetrack.api;

import java.util.Map;
import java.util.Optional;

/**
 * The content of a successful response.
 *
 * @param type the media type
 * @param text the body
 * @param next the address of the next part, if the content is too long for one response
 */
record Content(String type, String text, Optional<String> next) {

    static final String JSON = "application/json";

    static Content json(Map<String, ?> value) {
        return new Content(JSON, JsonText.of(value), Optional.empty());
    }
}
