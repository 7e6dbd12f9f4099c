package dev.pagetrack.lambda;

import dev.pagetrack.ingest.DeliveryIngestion;
import dev.pagetrack.ingest.DeliveryReport;
import dev.pagetrack.lambda.IngestEvent.Part;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.source.S3LogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Ingests the log objects that an event names, and makes the answer to the event. */
final class EventIngestion {

    private final S3LogClient logs;
    private final DeliveryIngestion ingestion;
    private final MetricsLog log;

    /** @param lines receives lines for the function's log */
    EventIngestion(FunctionSettings settings, S3LogClient logs, TableConnection connection, Consumer<String> lines) {
        this.logs = logs;
        this.ingestion = new DeliveryIngestion(
                new PageTrackTable(connection, settings.table()), settings.ingest(), Clock.systemUTC());
        this.log = new MetricsLog(lines, Clock.systemUTC(), settings.table().name());
    }

    /**
     * Ingests the log objects that an event names.
     *
     * @param time how long it may take
     * @return the answer
     * @throws IOException if an object failed and the event has no other way to report that
     * @throws IllegalArgumentException if it is none of the {@linkplain IngestEvent supported events}
     */
    Map<String, Object> answer(Json json, Duration time) throws IOException {
        var event = IngestEvent.of(json);
        var objects = new LinkedHashMap<S3Object, S3LogObject>();
        event.parts().stream()
                .flatMap(part -> part.objects().stream())
                .forEach(object -> objects.computeIfAbsent(object, this::log));
        var report = ingestion.run(List.copyOf(objects.values()), time);
        log.write(report);
        var outcomes = outcomes(report);
        return event.answer(part -> outcome(part, objects, outcomes));
    }

    private S3LogObject log(S3Object object) {
        return logs.log(object.bucket(), object.key(), object.versionId());
    }

    private static Map<Object, Outcome> outcomes(DeliveryReport report) {
        var outcomes = new HashMap<Object, Outcome>();
        report.objects().forEach(delivered -> outcomes.put(delivered.object(), Outcome.of(delivered)));
        return outcomes;
    }

    private static Outcome outcome(Part part, Map<S3Object, S3LogObject> objects, Map<Object, Outcome> outcomes) {
        return part.wrong()
                .map(wrong -> new Outcome(Outcome.Code.NEVER, wrong))
                .orElseGet(() -> Outcome.worst(part.objects().stream()
                        .map(objects::get)
                        .map(outcomes::get)
                        .toList()));
    }
}
