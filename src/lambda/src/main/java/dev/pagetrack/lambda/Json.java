package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of an event. What an event lacks is asked for as if it were there, and is nothing: which fields there are tells
 * the kinds of events apart. Read without data binding, as {@link dev.pagetrack.api.JsonText} is written.
 *
 * @param value a map, a list, a text, a number, a truth value, or null
 */
record Json(Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Json NOTHING = new Json(null);

    /** @throws IOException if it is no JSON */
    static Json read(InputStream in) throws IOException {
        try (var parser = FACTORY.createParser(in)) {
            return read(parser);
        }
    }

    /** @throws IOException if it is no JSON */
    static Json read(String text) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            return read(parser);
        }
    }

    private static Json read(JsonParser parser) throws IOException {
        var first = parser.nextToken();
        return first == null ? NOTHING : new Json(value(parser, first));
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, Object> map(JsonParser parser) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            map.put(name, value(parser, parser.nextToken()));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var list = new ArrayList<>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }

    /** A field; nothing if there is none. */
    Json at(String name) {
        return value instanceof Map<?, ?> map ? new Json(map.get(name)) : NOTHING;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** The elements of a list; none of anything else. */
    List<Json> elements() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    /** The fields that are texts. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> {
                if (one instanceof String text) {
                    texts.put((String) name, text);
                }
            });
        }
        return texts;
    }

    /** Its text, if it is one, and not empty. */
    Optional<String> text() {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Whether it is that text. */
    boolean is(String text) {
        return requireNonNull(text, "text").equals(value);
    }
}
