package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.pagetrack.api.JsonText;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Counts the views in the log objects that an event tells of: messages of a queue, a notification of S3 or EventBridge,
 * tasks of an S3 Batch Operations job. An event that comes twice counts once. All objects of an event are written
 * together, and each part of the event is answered for itself.
 */
public final class IngestHandler implements RequestStreamHandler {

    /** What is left to answer, and to end cleanly, when the function's time is nearly over. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final FunctionSettings settings;
    private volatile Ingest ingest;

    @SuppressWarnings("UnusedVariable") // held for the context, which does not
    private final SnapStart snapStart;

    /** As Lambda makes it: settings from the environment, clients as the SDK configures them. */
    public IngestHandler() {
        settings = FunctionSettings.of(System.getenv());
        ingest = open();
        snapStart = SnapStart.register(this::prime, () -> ingest = open());
    }

    private Ingest open() {
        return new Ingest(
                settings, S3LogClient.open(), TableConnection.open(ConnectionSettings.DEFAULT), StandardOutput::line);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        var answer = ingest.answer(Json.read(input), time);
        output.write(JsonText.of(answer).getBytes(UTF_8));
    }

    private void prime() {
        try (var s3 = CannedAws.s3();
                var dynamoDb = CannedAws.dynamoDb()) {
            var canned = new Ingest(settings, S3LogClient.of(s3), TableConnection.of(dynamoDb), line -> {});
            JsonText.of(canned.answer(event(), Duration.ofSeconds(5)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json event() throws IOException {
        return Json.read("{\"Records\":[{\"messageId\":\"m\",\"eventSource\":\"aws:sqs\",\"body\":"
                + "\"{\\\"Records\\\":[{\\\"eventName\\\":\\\"ObjectCreated:Put\\\",\\\"s3\\\":"
                + "{\\\"bucket\\\":{\\\"name\\\":\\\"canned\\\"},\\\"object\\\":{\\\"key\\\":\\\"log\\\"}}}]}\"}]}");
    }
}
