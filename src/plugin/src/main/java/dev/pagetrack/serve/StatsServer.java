package dev.pagetrack.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.StatsApi;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Serves the statistics API over HTTP, to this machine only. */
public final class StatsServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private StatsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port the port; 0 for any free port
     * @throws WrongSettingException if the port is in use or out of range
     */
    public static StatsServer start(int port, StatsApi api) throws IOException {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, api));
            server.start();
            return new StatsServer(server);
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

    private static void answer(HttpExchange exchange, StatsApi api) throws IOException {
        try (exchange) {
            var response = api.handle(request(exchange));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
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
        closed.countDown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
