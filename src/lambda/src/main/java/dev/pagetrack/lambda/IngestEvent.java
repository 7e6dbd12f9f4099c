package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the ingest function is invoked with: objects, in parts that are answered one by one. */
sealed interface IngestEvent permits QueueBatch, DirectEvent, BatchJobTasks {

    /**
     * What is delivered, and answered for, as one.
     *
     * @param id what the answer calls it; empty where there is no answer
     * @param objects what it tells of
     * @param wrong what is wrong with it, if it cannot be read
     */
    record Part(String id, List<S3Object> objects, Optional<String> wrong) {

        public Part {
            requireNonNull(id, "id");
            objects = List.copyOf(objects);
            requireNonNull(wrong, "wrong");
        }
    }

    /** Its parts, in order. */
    List<Part> parts();

    /**
     * The answer.
     *
     * @param outcomes says what became of each part
     * @throws IOException if the only way to say that something failed is to fail
     */
    Map<String, Object> answer(Function<Part, Outcome> outcomes) throws IOException;

    /**
     * Recognises an event by its shape.
     *
     * @throws IllegalArgumentException if it is none of those the function can be invoked with
     */
    static IngestEvent of(Json event) {
        if (event.has("tasks")) {
            return BatchJobTasks.of(event);
        }
        if (event.at("Records").elements().stream()
                .limit(1)
                .anyMatch(first -> first.at("eventSource").is("aws:sqs"))) {
            return QueueBatch.of(event);
        }
        return new DirectEvent(Notifications.objects(event));
    }
}
