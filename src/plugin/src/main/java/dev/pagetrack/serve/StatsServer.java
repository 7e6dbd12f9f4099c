package dev.pagetrack.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.StatsApi;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Serves the statistics API to this machine only. */
public final class StatsServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    private StatsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any that is free
     * @throws IllegalArgumentException if the port is taken or there is no such port
     */
    public static StatsServer start(int port, StatsApi api) throws IOException {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, api));
            server.start();
            return new StatsServer(server);
        } catch (BindException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "<port> (pagetrack.port) is " + port + ", which cannot be served: " + e.getMessage()
                            + ". Use another, or 0 for any that is free.",
                    e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Waits until it is closed, or the thread is interrupted. */
    public void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, StatsApi api) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var response = api.handle(
                    new ApiRequest(exchange.getRequestMethod(), uri.getPath(), parameters(uri.getRawQuery())));
            byte[] body = response.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Map<String, List<String>> parameters(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query != null) {
            for (var pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(URLDecoder.decode(name, UTF_8), any -> new ArrayList<>())
                        .add(URLDecoder.decode(value, UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        // From some JDK on, stopping swallows the interruption that ended the waiting.
        boolean interrupted = Thread.interrupted();
        server.stop(0);
        closed.countDown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
