package dev.pagetrack.table.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.TableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts items to lines of JSON and back. The lines have the JSON form of {@code aws dynamodb}, with sorted names.
 * The keys have no site id, so that a site can be restored under another one.
 *
 * @param prefix the beginning of the site's partition keys; empty without a site id
 */
record ItemJson(String prefix) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String text(Map<String, AttributeValue> item) {
        var node = new TreeMap<String, Object>();
        item.forEach((name, value) -> node.put(name, json(value)));
        var partition = Attributes.partition(item);
        node.put(Attributes.PARTITION_KEY, Map.of("S", partition.substring(prefix.length())));
        return text(node);
    }

    static String text(Object node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings can be written as JSON", e);
        }
    }

    private static Map<String, Object> json(AttributeValue value) {
        if (value.s() != null) {
            return Map.of("S", value.s());
        }
        if (value.n() != null) {
            return Map.of("N", value.n());
        }
        if (value.hasM()) {
            var map = new TreeMap<String, Object>();
            value.m().forEach((name, inner) -> map.put(name, json(inner)));
            return Map.of("M", map);
        }
        throw new TableException("the table holds a value that pagetrack does not write: " + value);
    }

    /** The item of a line. */
    Map<String, AttributeValue> item(JsonNode node) {
        var item = new LinkedHashMap<>(map(node));
        item.put(Attributes.PARTITION_KEY, Attributes.text(prefix + Attributes.partition(item)));
        return item;
    }

    private static Map<String, AttributeValue> map(JsonNode node) {
        var map = new LinkedHashMap<String, AttributeValue>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return map;
    }

    private static AttributeValue value(JsonNode node) {
        if (node.has("S")) {
            return AttributeValue.fromS(node.get("S").asText());
        }
        return node.has("N") ? AttributeValue.fromN(node.get("N").asText()) : AttributeValue.fromM(map(node.get("M")));
    }

    static JsonNode read(String line) throws JsonProcessingException {
        return MAPPER.readTree(line);
    }
}
