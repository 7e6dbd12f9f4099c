package dev.pagetrack.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks resources against what AWS publishes of their types: names, types and required properties. */
final class ResourceTypes {

    private static final Set<String> FUNCTIONS =
            Set.of("Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::If", "Fn::Select", "Fn::Split");

    private final JsonNode types;
    private final List<String> problems = new ArrayList<>();

    ResourceTypes() throws IOException {
        try (var in = ResourceTypes.class.getResourceAsStream("resource-types.json")) {
            types = new ObjectMapper().readTree(in);
        }
    }

    List<String> problems() {
        return problems;
    }

    boolean hasAttribute(String type, String attribute) {
        for (var known : types.path("resources").path(type).path("attributes")) {
            if (known.asText().equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    void check(String name, Map<String, Object> resource) {
        var type = types.path("resources").path((String) resource.get("Type"));
        if (type.isMissingNode()) {
            problems.add(name + " is of no known type: " + resource.get("Type"));
        } else {
            checkProperties(name, type.path("properties"), resource.getOrDefault("Properties", Map.of()));
        }
    }

    private void checkProperties(String where, JsonNode known, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(where + " is no object");
            return;
        }
        map.forEach((name, one) -> {
            var property = known.path((String) name);
            if (property.isMissingNode()) {
                problems.add(where + "." + name + " is unknown");
            } else {
                checkValue(where + "." + name, property.path("type"), one);
            }
        });
        known.properties().forEach(property -> {
            if (property.getValue().path("required").asBoolean() && !map.containsKey(property.getKey())) {
                problems.add(where + "." + property.getKey() + " is required");
            }
        });
    }

    private void checkValue(String where, JsonNode type, Object value) {
        if (value instanceof Map<?, ?> map
                && map.size() == 1
                && FUNCTIONS.contains(map.keySet().iterator().next())) {
            if (map.get("Fn::If") instanceof List<?> branches) {
                branches.stream().skip(1).filter(branch -> !isNoValue(branch)).forEach(b -> checkValue(where, type, b));
            }
        } else if (type.has("ref")) {
            checkProperties(where, types.path("types").path(type.path("ref").asText()), value);
        } else if (type.has("array")) {
            checkList(where, type.path("array"), value);
        } else if (type.has("map")) {
            Template.map(value).forEach((key, one) -> checkValue(where + "." + key, type.path("map"), one));
        } else if (type.has("union")) {
            checkUnion(where, type.path("union"), value);
        } else if (!fits(type.asText(), value)) {
            problems.add(where + " is no " + type.asText() + ": " + value);
        }
    }

    private void checkList(String where, JsonNode element, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(one -> checkValue(where + "[]", element, one));
        } else {
            problems.add(where + " is no list");
        }
    }

    private void checkUnion(String where, JsonNode union, Object value) {
        int before = problems.size();
        for (var type : union) {
            problems.subList(before, problems.size()).clear();
            checkValue(where, type, value);
            if (problems.size() == before) {
                return;
            }
        }
    }

    private static boolean isNoValue(Object value) {
        return value.equals(Map.of("Ref", "AWS::NoValue"));
    }

    private static boolean fits(String type, Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer;
            case "number" -> value instanceof Number;
            case "json" -> value instanceof Map;
            default -> false;
        };
    }
}
