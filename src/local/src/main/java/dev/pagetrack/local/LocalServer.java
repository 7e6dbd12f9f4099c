package dev.pagetrack.local;

import static java.util.Objects.requireNonNullElse;

import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * An HTTP server for DynamoDB Local on the loopback address. DynamoDB Local's own server class can be given a port but
 * no address, and its own request handler opens another database. So this class replaces both, and uses DynamoDB
 * Local's classes only to read and write the protocol.
 */
final class LocalServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 16;
    private static final String JETTY_LEVEL = "org.slf4j.simpleLogger.log.org.eclipse.jetty";

    private final Server server;
    private final ServerConnector connector;

    private LocalServer(Engine engine, int port) {
        var pool = new QueuedThreadPool(THREADS);
        pool.setDaemon(true);
        server = new Server(pool, new ScheduledExecutorScheduler("pagetrack-local", true), null);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(
                new LoopbackOnly(new LocalDynamoDBServerHandler(new SharedRequestHandler(engine.client()), null)));
    }

    static LocalServer start(Engine engine, int port) {
        try {
            return engine.threads().submit(() -> startQuietly(engine, port)).get();
        } catch (ExecutionException e) {
            var cause = requireNonNullElse(e.getCause(), e);
            throw new LocalDynamoDbException(
                    "The database can't be served on port " + port + " of " + HOST + " (" + cause
                            + "). Choose another port (pagetrack.dynamodbPort), or 0 for any free port.",
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalDynamoDbException("Interrupted while starting to serve the database.", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new LocalDynamoDbException("The server of the database did not stop.", e);
        }
    }

    private static LocalServer startQuietly(Engine engine, int port) throws Exception {
        // Maven logs with slf4j-simple at level info, at which Jetty logs each start and stop. The property is read
        // when
        // Jetty's classes create their loggers. A level that the user has set is not changed.
        boolean quiet = System.getProperties().putIfAbsent(JETTY_LEVEL, "error") == null;
        try {
            return new LocalServer(engine, port).started();
        } finally {
            if (quiet) {
                System.clearProperty(JETTY_LEVEL);
            }
        }
    }

    private LocalServer started() throws Exception {
        try {
            server.start();
            return this;
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        return configuration;
    }
}
