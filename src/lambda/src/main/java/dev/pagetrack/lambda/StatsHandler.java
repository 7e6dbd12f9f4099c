package dev.pagetrack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.ApiResponse;
import dev.pagetrack.api.StatsApi;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers HTTP requests for statistics, as an HTTP API or a function URL sends them (payload format 2.0).
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
public final class StatsHandler implements RequestStreamHandler {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEFAULT_STAGE = "$default";

    private final FunctionSettings settings;
    private volatile StatsApi api;

    @SuppressWarnings("UnusedVariable") // held for the context, which does not
    private final SnapStart snapStart;

    /** As Lambda makes it: settings from the environment, clients as the SDK configures them. */
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
        MAPPER.writeValue(output, json(api.handle(request(MAPPER.readTree(input)))));
    }

    private void prime() {
        try (var dynamoDb = CannedAws.dynamoDb()) {
            var canned = api(TableConnection.of(dynamoDb));
            for (var path : List.of("/pagetotals", "/mostviewed", "/summary", "/pagetrack.js")) {
                MAPPER.writeValueAsBytes(json(canned.handle(new ApiRequest("GET", path, "", Map.of()))));
            }
            canned.handle(new ApiRequest("GET", "/pagehistory", "page=a", Map.of()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the event is no HTTP request of that format */
    static ApiRequest request(JsonNode event) {
        var http = event.path("requestContext").path("http");
        if (!"2.0".equals(event.path("version").asText())
                || !http.path("method").isTextual()) {
            throw new IllegalArgumentException(
                    "this event is no HTTP request: set the payload format of the API's integration to 2.0");
        }
        return new ApiRequest(
                http.path("method").textValue(),
                path(event),
                event.path("rawQueryString").asText(),
                headers(event));
    }

    /** A stage that has a name is the path's first segment. */
    private static String path(JsonNode event) {
        var path = event.path("rawPath").asText();
        var stage = event.path("requestContext").path("stage").asText(DEFAULT_STAGE);
        return path.startsWith("/" + stage + "/") ? path.substring(stage.length() + 1) : path;
    }

    private static Map<String, String> headers(JsonNode event) {
        var headers = new LinkedHashMap<String, String>();
        event.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private static JsonNode json(ApiResponse response) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("statusCode", response.status());
        var headers = json.putObject("headers");
        response.headers().forEach(headers::put);
        json.put("body", response.body());
        json.put("isBase64Encoded", false);
        return json;
    }

    private static void failed(String why) {
        StandardOutput.line(JsonNodeFactory.instance
                .objectNode()
                .put("level", "ERROR")
                .put("message", why)
                .toString());
    }
}
