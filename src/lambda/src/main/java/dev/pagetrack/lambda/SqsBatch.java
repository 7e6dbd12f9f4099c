package dev.pagetrack.lambda;

import dev.pagetrack.Count;
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

    /**
     * @throws IOException if no message succeeded and the cause may pass, such as a table that cannot be written. Lambda
     *     delivers all messages again in both cases, but only an exception counts as an error of the function, which
     *     raises the alarm long before the messages reach the dead-letter queue
     */
    @Override
    public Map<String, Object> answer(Function<Part, Outcome> outcomes) throws IOException {
        var all = parts.stream().map(outcomes).toList();
        var again = all.stream()
                .filter(outcome -> outcome.code() == Outcome.Code.AGAIN)
                .findFirst();
        if (again.isPresent() && all.stream().noneMatch(outcome -> outcome.code() == Outcome.Code.DONE)) {
            throw new IOException("none of " + Count.of(parts.size(), "message")
                    + " succeeded; they stay in the queue: " + again.get().text());
        }
        return Map.of(
                "batchItemFailures",
                parts.stream()
                        .filter(part -> outcomes.apply(part).code() != Outcome.Code.DONE)
                        .map(part -> Map.of("itemIdentifier", part.id()))
                        .toList());
    }
}
