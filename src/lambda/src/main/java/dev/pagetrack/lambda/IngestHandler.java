package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.pagetrack.api.JsonText;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.item.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The Lambda function that counts the views in log objects. It is invoked with messages of an SQS queue, a notification
 * of S3 or EventBridge, or tasks of an S3 Batch Operations job. An event that is delivered twice is counted once. The
 * views of all objects of an event are written together, but each part of the event gets its own answer.
 */
public final class IngestHandler implements RequestStreamHandler {

    /** The time reserved before the function's timeout, to stop cleanly and to answer. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final FunctionSettings settings;
    private volatile EventIngestion ingest;

    @SuppressWarnings("UnusedVariable") // keeps it alive: the CRaC context has only a weak reference
    private final SnapStart snapStart;

    /** Called by Lambda. Settings come from the environment; the SDK configures the clients. */
    public IngestHandler() {
        settings = FunctionSettings.of(System.getenv());
        ingest = open();
        snapStart = SnapStart.register(this::prime, () -> ingest = open());
    }

    private EventIngestion open() {
        return new EventIngestion(
                settings, S3LogClient.open(), TableConnection.open(ConnectionSettings.DEFAULT), StandardOutput::line);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
        var answer = ingest.answer(Json.read(input), time);
        output.write(JsonText.of(answer).getBytes(UTF_8));
    }

    private void prime() {
        try (var s3 = StubAws.s3();
                var dynamoDb = StubAws.dynamoDb()) {
            var stub = new EventIngestion(settings, S3LogClient.of(s3), TableConnection.of(dynamoDb), line -> {});
            JsonText.of(stub.answer(event(), Duration.ofSeconds(5)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json event() throws IOException {
        return Json.read("{\"Records\":[{\"messageId\":\"m\",\"eventSource\":\"aws:sqs\",\"body\":"
                + "\"{\\\"Records\\\":[{\\\"eventName\\\":\\\"ObjectCreated:Put\\\",\\\"s3\\\":"
                + "{\\\"bucket\\\":{\\\"name\\\":\\\"stub\\\"},\\\"object\\\":{\\\"key\\\":\\\"log\\\"}}}]}\"}]}");
    }
}
