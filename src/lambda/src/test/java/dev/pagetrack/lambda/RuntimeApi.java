package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server for the Lambda runtime API: it gives events to a function's runtime one by one, and receives the answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

    private record Invocation(String id, String event, long deadlineMillis) {}

    private final BlockingQueue<Invocation> events = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Invokes the function.
     *
     * @param time how long it may take
     * @return its answer, or its failure
     */
    CompletableFuture<String> invoke(String event, Duration time) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<String>();
        answers.put(id, answer);
        events.add(new Invocation(id, event, System.currentTimeMillis() + time.toMillis()));
        return answer;
    }

    /** Completed when the function asks for its first event. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completed when the function knows that it was restored from a snapshot. */
    CompletableFuture<Void> restored() {
        return restored;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (path.endsWith("/restore/next")) {
                exchange.sendResponseHeaders(200, -1);
                restored.complete(null);
            } else if (path.equals(INVOCATION + "next")) {
                next(exchange);
            } else {
                receive(path, body);
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        var invocation = events.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id);
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadlineMillis));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:tested");
        headers.set("Content-Type", "application/json");
        byte[] body = invocation.event.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void receive(String path, String body) {
        if (path.endsWith("/init/error")) {
            failAll(body);
        } else if (path.endsWith("/response")) {
            requireNonNull(answers.get(id(path))).complete(body);
        } else {
            requireNonNull(answers.get(id(path))).completeExceptionally(new IllegalStateException(body));
        }
    }

    /** Completes all invocations with a failure, because no answers will come. */
    void failAll(String why) {
        var failure = new IllegalStateException(why);
        ready.completeExceptionally(failure);
        answers.values().forEach(answer -> answer.completeExceptionally(failure));
    }

    private static String id(String path) {
        return path.substring(INVOCATION.length(), path.lastIndexOf('/'));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
