package dev.pagetrack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.ingest.Delivered;
import dev.pagetrack.ingest.DeliveryIngestion;
import dev.pagetrack.ingest.DeliveryReport;
import dev.pagetrack.lambda.IngestEvent.Part;
import dev.pagetrack.source.S3Log;
import dev.pagetrack.source.S3Logs;
import dev.pagetrack.table.ConnectionSettings;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the views in the log objects that an event tells of: messages of a queue, a notification of S3 or EventBridge,
 * tasks of an S3 Batch Operations job. An event that comes twice counts once. All objects of an event are written
 * together, and each part of the event is answered for itself.
 */
public final class IngestHandler implements RequestStreamHandler {

    /** What is left to answer, and to end cleanly, when the function's time is nearly over. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final S3Logs logs;
    private final DeliveryIngestion ingestion;
    private final ObjectLog log;

    /** As Lambda makes it: settings from the environment, clients as the SDK configures them. */
    public IngestHandler() {
        this(FunctionSettings.of(System.getenv()), S3Logs.open(), TableConnection.open(ConnectionSettings.DEFAULT));
    }

    private IngestHandler(FunctionSettings settings, S3Logs logs, TableConnection connection) {
        this.logs = logs;
        this.ingestion = new DeliveryIngestion(new PageTrackTable(connection, settings.table()), settings.policy());
        this.log = new ObjectLog(
                StandardOutput::line, Clock.systemUTC(), settings.table().name());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = IngestEvent.of(MAPPER.readTree(input));
        var objects = new LinkedHashMap<S3Object, S3Log>();
        event.parts().stream()
                .flatMap(part -> part.objects().stream())
                .forEach(object -> objects.computeIfAbsent(object, this::log));
        var report = ingestion.run(List.copyOf(objects.values()), timeFor(context));
        log.write(report);
        var outcomes = outcomes(report);
        var answer = event.answer(part -> outcome(part, objects, outcomes));
        MAPPER.writeValue(output, answer);
    }

    private S3Log log(S3Object object) {
        return logs.log(object.bucket(), object.key(), object.versionId());
    }

    private static Duration timeFor(Context context) {
        return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    }

    private static Map<Object, Outcome> outcomes(DeliveryReport report) {
        var outcomes = new HashMap<Object, Outcome>();
        for (Delivered delivered : report.objects()) {
            outcomes.put(delivered.object(), Outcome.of(delivered));
        }
        return outcomes;
    }

    private static Outcome outcome(Part part, Map<S3Object, S3Log> objects, Map<Object, Outcome> outcomes) {
        return part.wrong()
                .map(wrong -> new Outcome(Outcome.Code.NEVER, wrong))
                .orElseGet(() -> Outcome.worst(part.objects().stream()
                        .map(objects::get)
                        .map(outcomes::get)
                        .toList()));
    }
}
