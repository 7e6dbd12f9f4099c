package dev.pagetrack.api;

import java.util.Map;
import java.util.Optional;

/**
 * What a resource answers.
 *
 * @param type its media type
 * @param text the body
 * @param next where the answer goes on, if it is too long for one body
 */
record Content(String type, String text, Optional<String> next) {

    static final String JSON = "application/json";

    static Content json(Map<String, ?> value) {
        return new Content(JSON, JsonText.of(value), Optional.empty());
    }
}
