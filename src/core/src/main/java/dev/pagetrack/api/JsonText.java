package dev.pagetrack.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagetrack.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers, booleans and null as JSON. The API needs no more. It does not use Jackson's
 * data binding: to create an object mapper took a fifth of a function's cold start.
 */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** The JSON of a value; fields are in the order of the maps. Invisible characters are escaped. */
    public static String of(Object value) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PlainText.escaped(text.toString());
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> all) {
            json.writeStartArray();
            for (var one : all) {
                write(json, one);
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }
}
