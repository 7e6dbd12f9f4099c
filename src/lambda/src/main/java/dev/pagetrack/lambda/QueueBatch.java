package dev.pagetrack.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Messages of an SQS queue, each a notification. The answer names those that are to be delivered again; the others are
 * done with.
 *
 * @param parts one for each message
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling errors for an SQS
 *     event source</a>
 */
record QueueBatch(List<Part> parts) implements IngestEvent {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    QueueBatch {
        parts = List.copyOf(parts);
    }

    static QueueBatch of(JsonNode event) {
        var parts = new ArrayList<Part>();
        event.path("Records").forEach(message -> parts.add(part(message)));
        return new QueueBatch(parts);
    }

    private static Part part(JsonNode message) {
        var id = Notifications.text(message, "messageId");
        try {
            var objects = Notifications.objects(MAPPER.readTree(Notifications.text(message, "body")));
            return new Part(id, objects, Optional.empty());
        } catch (JsonProcessingException e) {
            return new Part(id, List.of(), Optional.of("the message is no JSON"));
        } catch (IllegalArgumentException e) {
            return new Part(id, List.of(), Optional.of(e.getMessage()));
        }
    }

    @Override
    public JsonNode answer(Function<Part, Outcome> outcomes) {
        var answer = JsonNodeFactory.instance.objectNode();
        var failures = answer.putArray("batchItemFailures");
        parts.stream()
                .filter(part -> outcomes.apply(part).code() != Outcome.Code.DONE)
                .forEach(part -> failures.addObject().put("itemIdentifier", part.id()));
        return answer;
    }
}
