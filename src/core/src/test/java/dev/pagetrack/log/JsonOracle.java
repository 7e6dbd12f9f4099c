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

/** Reads CloudFront's JSON lines with Jackson. */
final class JsonOracle {

    private static final JsonFactory JSON = new JsonFactory();

    /** Bytes from 128 on are moved to this range, so that they differ from escaped characters with the same number. */
    private static final int PRIVATE = 0xE000;

    private static final Pattern UNPAIRED_SURROGATE =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private JsonOracle() {}

    static String read(String line) {
        var fields = new EnumMap<Field, String>(Field.class);
        try (var json = JSON.createParser(toPrivateUse(line))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return FormatOracles.MALFORMED;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = CloudFrontFields.byName(json.currentName());
                var value = json.nextToken();
                if (value == null || (field != null && !value.isScalarValue())) {
                    return FormatOracles.MALFORMED;
                }
                json.skipChildren();
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
        if (fields.values().stream()
                .anyMatch(value -> UNPAIRED_SURROGATE.matcher(value).find())) {
            return FormatOracles.MALFORMED;
        }
        fields.replaceAll((field, value) -> fromPrivateUse(value));
        return FormatOracles.cloudFront(fields);
    }

    private static String toPrivateUse(String line) {
        var hidden = new StringBuilder();
        line.chars().forEach(c -> hidden.append((char) (c < 0x80 ? c : PRIVATE + c)));
        return hidden.toString();
    }

    private static String fromPrivateUse(String value) {
        var shown = new StringBuilder();
        value.codePoints()
                .forEach(c -> shown.append(
                        c >= PRIVATE + 0x80 && c < PRIVATE + 0x100
                                ? String.valueOf((char) (c - PRIVATE))
                                : new String(Character.toString(c).getBytes(UTF_8), ISO_8859_1)));
        return shown.toString();
    }
}
