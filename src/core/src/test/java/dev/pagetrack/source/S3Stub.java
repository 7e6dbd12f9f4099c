package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.aws.ConnectionSettings.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that answers the S3 requests of {@link S3LogClient}, with three objects in each page of a listing. */
public final class S3Stub implements AutoCloseable {

    private static final int OBJECTS_PER_PAGE = 3;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(byte[] content, Instant modified) {

        String eTag() {
            return '"' + Integer.toHexString(Arrays.hashCode(content)) + '"';
        }
    }

    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int breakAfter = Integer.MAX_VALUE;
    private final AtomicInteger breaksLeft = new AtomicInteger();

    public S3Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public ConnectionSettings connection() {
        return new ConnectionSettings(
                Optional.of("eu-central-1"),
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Optional.of(new AccessKey("id", "secret")));
    }

    /** Stores an object under {@code bucket/key}. */
    public void put(String path, byte[] content, Instant modified) {
        objects.put(path, new Stored(content, modified));
    }

    /** From now on, connections break after some bytes of an object; this happens a limited number of times. */
    void breakConnections(int afterBytes, int times) {
        breakAfter = afterBytes;
        breaksLeft.set(times);
    }

    /** The requests so far, such as {@code GET /bucket/key}. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        requests.add(exchange.getRequestMethod() + " " + uri.getPath());
        try (exchange) {
            var path = uri.getPath().substring(1);
            if (uri.getRawQuery() != null && uri.getRawQuery().contains("list-type=2")) {
                send(exchange, list(path, parameters(uri.getRawQuery())).getBytes(UTF_8));
            } else if (!objects.containsKey(path)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                object(exchange, objects.get(path));
            }
        }
    }

    private void object(HttpExchange exchange, Stored object) throws IOException {
        var match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.equals(object.eTag())) {
            exchange.sendResponseHeaders(412, -1);
            return;
        }
        exchange.getResponseHeaders().set("ETag", object.eTag());
        var range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        object(exchange, range == null ? 200 : 206, object.content(), from);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private void object(HttpExchange exchange, int status, byte[] content, int from) throws IOException {
        int length = content.length - from;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length);
        if (length > breakAfter && breaksLeft.getAndDecrement() > 0) {
            exchange.getResponseBody().write(content, from, breakAfter);
            exchange.getResponseBody().flush();
            throw new IOException("broken on purpose");
        }
        exchange.getResponseBody().write(content, from, length);
    }

    private String list(String path, Map<String, String> parameters) {
        var bucket = path.replaceFirst("/.*", "") + "/";
        var prefix = bucket + parameters.getOrDefault("prefix", "");
        var after = parameters.getOrDefault("continuation-token", "");
        var found = objects.entrySet().stream()
                .filter(object ->
                        object.getKey().startsWith(prefix) && object.getKey().compareTo(after) > 0)
                .toList();
        var page = found.stream().limit(OBJECTS_PER_PAGE).toList();
        boolean more = found.size() > page.size();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult>");
        xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
        for (var object : page) {
            xml.append("<Contents><Key>").append(object.getKey().substring(bucket.length()));
            xml.append("</Key><LastModified>").append(object.getValue().modified());
            xml.append("</LastModified><ETag>").append(object.getValue().eTag().replace("\"", "&quot;"));
            xml.append("</ETag><Size>").append(object.getValue().content().length);
            xml.append("</Size></Contents>");
        }
        if (more) {
            xml.append("<NextContinuationToken>")
                    .append(page.get(page.size() - 1).getKey());
            xml.append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), URLDecoder.decode(parameter.substring(equals + 1), UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
