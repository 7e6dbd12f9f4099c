package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.ApiResponse;
import dev.pagetrack.api.JsonText;
import dev.pagetrack.api.StatsApi;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Lambda function that answers HTTP requests for statistics, from an API Gateway HTTP API or a function URL
 * (payload format 2.0).
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
public final class StatsHandler implements RequestStreamHandler {

    private static final String DEFAULT_STAGE = "$default";

    /** The requests that load the classes of an answer before SnapStart takes its snapshot: paths and queries. */
    static final Map<String, String> PRIMING_QUERIES =
            Map.of("/pagetotals", "", "/pagehistory", "page=a", "/mostviewed", "", "/summary", "", "/pagetrack.js", "");

    private final FunctionSettings settings;
    private volatile StatsApi api;

    @SuppressWarnings("UnusedVariable") // keeps it alive: the CRaC context has only a weak reference
    private final SnapStart snapStart;

    /** Called by Lambda. Settings come from the environment; the SDK configures the clients. */
    public StatsHandler() {
        settings = FunctionSettings.of(System.getenv());
        api = open();
        snapStart = SnapStart.register(this::prime, () -> api = open());
    }

    private StatsApi open() {
        return api(TableConnection.open(ConnectionSettings.DEFAULT));
    }

    private StatsApi api(TableConnection connection) {
        var table = new PageTrackTable(connection, settings.table());
        return new StatsApi(table, settings.api(), Clock.systemUTC(), StatsHandler::failed);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(json(api.handle(request(Json.read(input)))).getBytes(UTF_8));
    }

    private void prime() {
        try (var dynamoDb = StubAws.dynamoDb()) {
            var stub = api(TableConnection.of(dynamoDb));
            PRIMING_QUERIES.forEach((path, query) -> json(stub.handle(new ApiRequest("GET", path, query, Map.of()))));
        }
    }

    /**
     * Converts an event to a request.
     *
     * @throws IllegalArgumentException if the event is no HTTP request of payload format 2.0
     */
    static ApiRequest request(Json event) {
        var method = event.at("requestContext").at("http").at("method").text();
        if (!event.at("version").is("2.0") || method.isEmpty()) {
            throw new IllegalArgumentException(
                    "this event is no HTTP request: set the payload format of the API's integration to 2.0");
        }
        return new ApiRequest(
                method.get(),
                path(event),
                event.at("rawQueryString").text().orElse(""),
                event.at("headers").texts());
    }

    /** The path without the stage: API Gateway puts the name of a stage, except the default stage, before the path. */
    private static String path(Json event) {
        var path = event.at("rawPath").text().orElse("");
        var stage = event.at("requestContext").at("stage").text().orElse(DEFAULT_STAGE);
        return path.startsWith("/" + stage + "/") ? path.substring(stage.length() + 1) : path;
    }

    private static String json(ApiResponse response) {
        var json = new LinkedHashMap<String, Object>();
        json.put("statusCode", response.status());
        json.put("headers", response.headers());
        json.put("body", response.body());
        json.put("isBase64Encoded", false);
        return JsonText.of(json);
    }

    private static void failed(String why) {
        var line = new LinkedHashMap<String, Object>();
        line.put("level", "ERROR");
        line.put("message", why);
        StandardOutput.line(JsonText.of(line));
    }
}
