package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.regex.Pattern;

/** CloudFront's JSON lines, read by Jackson. */
final class JsonOracle {

    private static final JsonFactory JSON = new JsonFactory();

    /** Where bytes from 128 on hide, so that Jackson does not take them for escaped characters of that number. */
    private static final int PRIVATE = 0xE000;

    private static final Pattern HALF =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private JsonOracle() {}

    static String read(String line) {
        var fields = new EnumMap<Field, String>(Field.class);
        try (var json = JSON.createParser(hidden(line))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return FormatOracles.MALFORMED;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = CloudFrontFields.named(json.currentName());
                var value = json.nextToken();
                if (value == null || !value.isScalarValue()) {
                    return FormatOracles.MALFORMED;
                }
                if (field != null && value == JsonToken.VALUE_NULL) {
                    fields.remove(field);
                } else if (field != null) {
                    fields.put(field, json.getText());
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                return FormatOracles.MALFORMED;
            }
        } catch (JsonProcessingException e) {
            return FormatOracles.MALFORMED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fields.values().stream().anyMatch(value -> HALF.matcher(value).find())) {
            return FormatOracles.MALFORMED;
        }
        fields.replaceAll((field, value) -> shown(value));
        return FormatOracles.cloudFront(fields);
    }

    private static String hidden(String line) {
        var hidden = new StringBuilder();
        line.chars().forEach(c -> hidden.append((char) (c < 0x80 ? c : PRIVATE + c)));
        return hidden.toString();
    }

    private static String shown(String value) {
        var shown = new StringBuilder();
        value.codePoints()
                .forEach(c -> shown.append(
                        c >= PRIVATE + 0x80 && c < PRIVATE + 0x100
                                ? String.valueOf((char) (c - PRIVATE))
                                : new String(Character.toString(c).getBytes(UTF_8), ISO_8859_1)));
        return shown.toString();
    }
}
