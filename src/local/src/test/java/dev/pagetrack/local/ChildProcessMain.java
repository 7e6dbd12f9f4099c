package dev.pagetrack.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** The program that tests run in another JVM. Its first argument is a task, its second a folder. */
final class ChildProcessMain {
    private static final int ENOUGH = 5;

    private ChildProcessMain() {}

    public static void main(String[] arguments) throws Exception {
        ProxySelector.setDefault(new ConnectionReporter());
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "use" -> use(folder);
            case "refused" -> refused(folder);
            case "unloadable" -> unloadable(folder);
            case "hold" -> hold(folder);
            case "crash" -> crash(folder);
            case "telemetry" -> telemetry();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void use(Path folder) {
        try (var local = LocalDynamoDb.open(folder);
                var remote = NotesTable.over(local.serve(0))) {
            NotesTable.create(local.client());
            NotesTable.put(remote, "a");
            NotesTable.transact(local.client(), "n", 100);
        }
    }

    private static void telemetry() {
        try {
            DynamoDBEmbedded.create(false);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void refused(Path folder) {
        try (var local = LocalDynamoDb.open(folder)) {
            System.out.println("opened " + local.client().listTables().tableNames());
        } catch (LocalDynamoDbException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void unloadable(Path folder) {
        System.setProperty("java.io.tmpdir", folder.resolve("missing").toString());
        refused(folder);
    }

    private static void hold(Path folder) throws IOException {
        LocalDynamoDb.open(folder);
        System.out.println("open");
        System.in.read();
        Runtime.getRuntime().halt(0);
    }

    private static void crash(Path folder) {
        LocalDynamoDb local = LocalDynamoDb.open(folder);
        NotesTable.create(local.client());
        CountDownLatch written = new CountDownLatch(ENOUGH);
        new Thread(() -> haltAfter(written)).start();
        for (int round = 0; true; round++) {
            NotesTable.transact(local.client(), round + "-", 100);
            System.out.println(round);
            written.countDown();
        }
    }

    private static void haltAfter(CountDownLatch written) {
        try {
            written.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(3);
    }

    /** Prints every connection to another machine, and makes it fail. */
    private static final class ConnectionReporter extends ProxySelector {
        @Override
        public List<Proxy> select(URI target) {
            if ("127.0.0.1".equals(target.getHost())) {
                return List.of(Proxy.NO_PROXY);
            }
            System.out.println("connects to " + target);
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));
        }

        @Override
        public void connectFailed(URI target, SocketAddress address, IOException failure) {
            // It is intended to fail.
        }
    }
}
