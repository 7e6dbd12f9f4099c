package dev.pagetrack.lambda;

import dev.pagetrack.Count;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A notification with which S3 or EventBridge invoked the function directly. Nobody reads the answer. If the invocation
 * fails, Lambda delivers the event again, and objects that were ingested are skipped then.
 *
 * @param objects the new objects
 */
record DirectEvent(List<S3Object> objects) implements IngestEvent {

    DirectEvent {
        objects = List.copyOf(objects);
    }

    @Override
    public List<Part> parts() {
        return objects.stream()
                .map(object -> new Part("", List.of(object), Optional.empty()))
                .toList();
    }

    @Override
    public Map<String, Object> answer(Function<Part, Outcome> outcomes) throws IOException {
        var failures = parts().stream()
                .map(outcomes)
                .filter(outcome -> outcome.code() != Outcome.Code.DONE)
                .toList();
        if (!failures.isEmpty()) {
            throw new IOException(failures.size() + " of " + Count.of(objects.size(), "log object")
                    + " failed, the first with: " + failures.get(0).text());
        }
        return Map.of("objects", objects.size());
    }
}
