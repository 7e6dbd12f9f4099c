package dev.pagetrack.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A batch of messages of an SQS queue, each of which contains a notification. The answer lists the messages that SQS
 * has to deliver again; it deletes the others.
 *
 * @param parts one part for each message
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling errors for an SQS
 *     event source</a>
 */
record SqsBatch(List<Part> parts) implements IngestEvent {

    SqsBatch {
        parts = List.copyOf(parts);
    }

    static SqsBatch of(Json event) {
        var parts = new ArrayList<Part>();
        event.at("Records").elements().forEach(message -> parts.add(part(message)));
        return new SqsBatch(parts);
    }

    private static Part part(Json message) {
        var id = Notifications.text(message, "messageId");
        try {
            var objects = Notifications.objects(Json.read(Notifications.text(message, "body")));
            return new Part(id, objects, Optional.empty());
        } catch (IOException e) {
            return new Part(id, List.of(), Optional.of("the message is no JSON"));
        } catch (IllegalArgumentException e) {
            return new Part(id, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Map<String, Object> answer(Function<Part, Outcome> outcomes) {
        return Map.of(
                "batchItemFailures",
                parts.stream()
                        .filter(part -> outcomes.apply(part).code() != Outcome.Code.DONE)
                        .map(part -> Map.of("itemIdentifier", part.id()))
                        .toList());
    }
}
