package dev.pagetrack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.source.S3Log;
import dev.pagetrack.source.S3Logs;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Counts the views in the log objects that S3 has just told of. An event that comes twice counts once.
 *
 * <p>Every object of an event is tried. If one fails, the invocation fails, and names it, so that Lambda delivers the
 * event again; those that succeeded are skipped then.
 */
public final class IngestHandler implements RequestStreamHandler {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final S3Logs logs;
    private final Ingestion ingestion;

    /** As Lambda makes it: settings from the environment, clients as the SDK configures them. */
    public IngestHandler() {
        this(FunctionSettings.of(System.getenv()), S3Logs.open(), TableConnection.open(ConnectionSettings.DEFAULT));
    }

    IngestHandler(FunctionSettings settings, S3Logs logs, TableConnection connection) {
        this.logs = logs;
        this.ingestion =
                new Ingestion(new PageTrackTable(connection, settings.table()), settings.ingest(), Clock.systemUTC());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var reports = new ArrayList<Object>();
        var failures = new ArrayList<Exception>();
        for (var created : S3Event.of(MAPPER.readTree(input)).created()) {
            try {
                reports.add(ingest(logs.log(created.bucket(), created.key(), created.versionId())));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failure(failures, reports.size());
        }
        MAPPER.writeValue(output, reports);
    }

    private Object ingest(S3Log log) {
        var report = ingestion.run(List.of(log));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("object", log.name());
        summary.put("lines", report.lines());
        summary.put("counted", report.counted());
        summary.put("added", report.added());
        return summary;
    }

    private static IOException failure(List<Exception> failures, int done) {
        var first = failures.get(0);
        var failure = new IOException(
                failures.size() + " of " + (failures.size() + done) + " log objects failed, the first with: "
                        + first.getMessage(),
                first);
        failures.stream().skip(1).forEach(failure::addSuppressed);
        return failure;
    }
}
