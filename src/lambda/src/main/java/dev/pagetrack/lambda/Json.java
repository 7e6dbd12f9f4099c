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
import org.jspecify.annotations.Nullable;

/**
 * A JSON value of an event. Fields that do not exist can be read like others and have the value null, because the
 * fields show which kind of event it is. It is read without data binding, for the reason given in {@link
 * dev.pagetrack.api.JsonText}.
 *
 * @param value a map, a list, a string, a number, a boolean, or null
 */
record Json(@Nullable Object value) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Json NOTHING = new Json(null);

    /**
     * Parses JSON.
     *
     * @throws IOException if it is malformed
     */
    static Json read(InputStream in) throws IOException {
        try (var parser = FACTORY.createParser(in)) {
            return read(parser);
        }
    }

    /**
     * Parses JSON.
     *
     * @throws IOException if it is malformed
     */
    static Json read(String text) throws IOException {
        try (var parser = FACTORY.createParser(text)) {
            return read(parser);
        }
    }

    private static Json read(JsonParser parser) throws IOException {
        var first = parser.nextToken();
        return first == null ? NOTHING : new Json(value(parser, first));
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
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

    /** A field; its value is null if it does not exist. */
    Json at(String name) {
        return value instanceof Map<?, ?> map ? new Json(map.get(name)) : NOTHING;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** The elements, if this is a list; otherwise an empty list. */
    List<Json> elements() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    /** The fields that are strings. */
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

    /** The string, if this is one and it is not empty. */
    Optional<String> text() {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Whether this is the given string. */
    boolean is(String text) {
        return requireNonNull(text, "text").equals(value);
    }
}
