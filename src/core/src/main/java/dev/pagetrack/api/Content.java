package dev.pagetrack.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Content json(Map<String, ?> value) {
        return new Content(JSON, jsonText(value), Optional.empty());
    }

    static String jsonText(Map<String, ?> value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers and lists make JSON", e);
        }
    }
}
