package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An event that the ingest function is invoked with. It names objects, in parts that are answered one by one. */
sealed interface IngestEvent permits SqsBatch, DirectEvent, BatchJobTasks {

    /**
     * A part of an event that gets one answer, such as a message of a queue.
     *
     * @param id its name in the answer; empty if the event gets no answer
     * @param objects the objects that it names
     * @param wrong what is wrong with it, if it cannot be parsed
     */
    record Part(String id, List<S3Object> objects, Optional<String> wrong) {

        public Part {
            requireNonNull(id, "id");
            objects = List.copyOf(objects);
            requireNonNull(wrong, "wrong");
        }
    }

    /** The parts of the event, in order. */
    List<Part> parts();

    /**
     * Makes the answer.
     *
     * @param outcomes gives the outcome of each part
     * @throws IOException if a part failed and the event has no other way to report that
     */
    Map<String, Object> answer(Function<Part, Outcome> outcomes) throws IOException;

    /**
     * Parses an event. Its fields show which kind it is.
     *
     * @throws IllegalArgumentException if it is none of the kinds that the function supports
     */
    static IngestEvent of(Json event) {
        if (event.has("tasks")) {
            return BatchJobTasks.of(event);
        }
        if (event.at("Records").elements().stream()
                .limit(1)
                .anyMatch(first -> first.at("eventSource").is("aws:sqs"))) {
            return SqsBatch.of(event);
        }
        return new DirectEvent(Notifications.objects(event));
    }
}
