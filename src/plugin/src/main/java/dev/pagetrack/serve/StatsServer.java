package dev.pagetrack.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.ApiResponse;
import dev.pagetrack.api.StatsApi;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Serves the statistics API over HTTP, to this machine only. Several requests are answered at once. The JDK's server
 * closes connections that are idle for half a minute.
 */
public final class StatsServer implements AutoCloseable {

    private static final String OTHER_HOST = "Use http://localhost and the port that pagetrack:serve printed.";

    /** As long as the stats function may take. */
    private static final Duration LIMIT = Duration.ofSeconds(29);

    private final HttpServer server;
    private final TimeLimitedPool pool;
    private final CountDownLatch closed = new CountDownLatch(1);

    private StatsServer(HttpServer server, TimeLimitedPool pool) {
        this.server = server;
        this.pool = pool;
    }

    /**
     * Starts serving.
     *
     * @param port the port; 0 for any free port
     * @param failures receives what went wrong in a request that is answered with 500
     * @throws WrongSettingException if the port is in use or out of range
     */
    public static StatsServer start(int port, StatsApi api, Consumer<String> failures) throws IOException {
        return start(port, api, failures, LIMIT);
    }

    /** @param limit the longest time from the first byte of a request to the last byte of its response */
    static StatsServer start(int port, StatsApi api, Consumer<String> failures, Duration limit) throws IOException {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, api, failures));
            var pool = new TimeLimitedPool(limit);
            server.setExecutor(pool);
            server.start();
            return new StatsServer(server, pool);
        } catch (BindException | IllegalArgumentException e) {
            throw new WrongSettingException(
                    "<port> (pagetrack.port) is " + port + ", and that port cannot be opened: " + e.getMessage()
                            + ". Use another one, or 0 for any free port.",
                    e);
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Waits until the server is closed or the thread is interrupted. */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, StatsApi api, Consumer<String> failures) throws IOException {
        try (exchange) {
            if (LoopbackHost.isNamedBy(exchange.getRequestHeaders().get("Host"))) {
                send(exchange, answer(request(exchange), api, failures));
            } else {
                send(exchange, StatsApi.problem(421, "The Host header does not name this machine", OTHER_HOST));
            }
        }
    }

    /** A bug is answered, too: without an answer, a client would only see a closed connection. */
    private static ApiResponse answer(ApiRequest request, StatsApi api, Consumer<String> failures) {
        try {
            return api.handle(request);
        } catch (RuntimeException e) {
            failures.accept(request.method() + " " + request.path() + " failed: " + e);
            return StatsApi.problem(500, "pagetrack failed", "Its output names the error.");
        }
    }

    private static void send(HttpExchange exchange, ApiResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static ApiRequest request(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
        return new ApiRequest(
                exchange.getRequestMethod(), uri.getPath(), requireNonNullElse(uri.getRawQuery(), ""), headers);
    }

    @Override
    public void close() {
        // In newer JDKs, stop() clears the interrupt flag that ended the wait.
        boolean interrupted = Thread.interrupted();
        server.stop(0);
        pool.close();
        closed.countDown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
