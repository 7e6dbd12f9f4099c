package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The schemas that AWS publishes for the resource types in the template. {@code update-resource-schemas.mjs} updates
 * them.
 */
final class ResourceSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final JsonNode all;

    ResourceSchemas() {
        try (var in = ResourceSchemas.class.getResourceAsStream("resource-schemas.json")) {
            all = MAPPER.readTree(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes of a resource type that {@code Fn::GetAtt} can read. */
    List<String> attributes(String type) {
        var attributes = all.path("resources").path(type).path("attributes");
        return StreamSupport.stream(attributes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The violations of the schema in the properties of a resource. */
    List<String> problems(String type, Object properties) {
        var schema =
                (ObjectNode) all.path("resources").path(type).path("properties").deepCopy();
        schema.set("definitions", all.path("definitions"));
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema.toString(), InputFormat.JSON)
                    .validate(MAPPER.writeValueAsString(properties), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
