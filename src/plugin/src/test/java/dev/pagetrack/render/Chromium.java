package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.OutsideProgram;
import dev.pagetrack.testing.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A real browser without a window, with one page, controlled by the Chrome DevTools Protocol. It has no network. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Long enough for the slowest machine; a longer wait fails the test. */
    private static final int TIMEOUT_SECONDS = 120;

    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages;
    private int lastId;

    private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** Starts the browser. If none is on the path, the tests that call this are skipped. */
    static Chromium start(Path profile) throws Exception {
        var program = OutsideProgram.named("chromium", "chromium-browser", "google-chrome");
        var process = Programs.start(new ProcessBuilder(
                program.path().toString(),
                "--headless=new",
                "--no-sandbox", // which root cannot have
                "--no-first-run",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        process.getOutputStream().close();
        var errors = process.errorReader(UTF_8);
        var host = host(errors);
        drain(errors);
        var client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
        var messages = new LinkedBlockingQueue<JsonNode>();
        var socket = client.newWebSocketBuilder()
                .buildAsync(page(client, host), new Listener(messages))
                .get(TIMEOUT_SECONDS, SECONDS);
        return new Chromium(process, socket, messages);
    }

    private static String host(BufferedReader errors) throws IOException {
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                return line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
            }
        }
        throw new AssertionError("The browser ended before it listened.");
    }

    /** Reads the rest of the output, because it must not fill the pipe. */
    private static void drain(BufferedReader errors) {
        var thread = new Thread(() -> errors.lines().forEach(line -> {}), "chromium-errors");
        thread.setDaemon(true);
        thread.start();
    }

    private static URI page(HttpClient client, String host) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + "/json/list"))
                .build();
        for (var target :
                JSON.readTree(client.send(request, BodyHandlers.ofString()).body())) {
            if (target.get("type").textValue().equals("page")) {
                return URI.create(target.get("webSocketDebuggerUrl").textValue());
            }
        }
        throw new AssertionError("The browser has no page.");
    }

    /** Calls a method of the protocol and returns its result. A dialog that opens meanwhile fails the test. */
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = ++lastId;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .get(TIMEOUT_SECONDS, SECONDS);
        var message = next();
        while (message.path("id").intValue() != id) {
            message = next();
        }
        assertThat(message.path("error")).as("%s", method).isEmpty();
        return message.path("result");
    }

    /** Opens a file and waits until it is loaded completely. */
    void open(Path file) throws Exception {
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        while (!next().path("method").asText().equals("Page.loadEventFired")) {
            // other events are ignored
        }
    }

    /** The value of a JavaScript expression in the page. */
    JsonNode evaluate(String expression) throws Exception {
        var answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        assertThat(answer.path("exceptionDetails")).isEmpty();
        return answer.path("result").path("value");
    }

    /** The accessibility tree that screen readers get: role and name of each node that is not ignored. */
    List<String> accessibilityTree() throws Exception {
        var tree = new ArrayList<String>();
        for (var node : call("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
            if (!node.path("ignored").booleanValue()) {
                tree.add(node.at("/role/value").asText() + " "
                        + node.at("/name/value").asText());
            }
        }
        return tree;
    }

    private JsonNode next() throws InterruptedException {
        var message = messages.poll(TIMEOUT_SECONDS, SECONDS);
        assertThat(message).as("an answer of the browser").isNotNull();
        assertThat(message.path("method").asText()).isNotEqualTo("Page.javascriptDialogOpening");
        return message;
    }

    /** Asks the browser to close, so that it cleans up, and waits until all its processes have ended. */
    @Override
    public void close() {
        var all = process.descendants().toList();
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true).join();
        process.onExit().completeOnTimeout(process, TIMEOUT_SECONDS, SECONDS).join();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(child -> child.onExit().join());
    }

    /**
     * Receives messages, which may come in several parts.
     *
     * @param messages takes each complete message
     * @param part the received parts of the next message
     */
    private record Listener(BlockingQueue<JsonNode> messages, StringBuilder part) implements WebSocket.Listener {

        Listener(BlockingQueue<JsonNode> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                messages.add(read(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private static JsonNode read(String message) {
            try {
                return JSON.readTree(message);
            } catch (IOException e) {
                throw new AssertionError(message, e);
            }
        }
    }
}
