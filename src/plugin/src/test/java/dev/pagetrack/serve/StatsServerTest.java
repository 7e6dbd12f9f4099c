package dev.pagetrack.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.SampleLog;
import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.api.StatsApi;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StatsServerTest {

    private static final Clock BROKEN = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new UnsupportedOperationException("no time");
        }
    };
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LocalDynamoDb dynamoDb;
    private static PageTrackTable table;
    private static StatsServer server;

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException {
        dynamoDb = LocalDynamoDb.inMemory();
        table = new PageTrackTable(
                TableConnection.of(dynamoDb.client()), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
        table.createIfMissing();
        var log = new SampleLog()
                .views("/blog/caf%C3%A9/", 1_662_606_144, 1_662_606_144)
                .views("/about%20us.html", 1_662_606_145)
                .write(folder.resolve("log"));
        new Ingestion(table, ViewPolicy.DEFAULT).run(List.of(new FileLogObject(log)));
        server = StatsServer.start(0, api(), failure -> {});
    }

    @AfterAll
    static void close() {
        server.close();
        dynamoDb.close();
    }

    @Test
    void answersTheFlatMapAsUtf8() throws Exception {
        var response = ask("GET", "/pagetotals");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"about us.html\":1,\"blog/café/\":2}");
    }

    @Test
    void decodesThePrefix() throws Exception {
        assertThat(get("/pagetotals?prefix=blog/caf%C3%A9")).isEqualTo("{\"blog/café/\":2}");
        assertThat(get("/pagetotals?prefix=about+us")).isEqualTo("{\"about us.html\":1}");
        assertThat(get("/pagetotals?prefix=")).contains("about", "blog");
    }

    @Test
    void answersHeadWithoutBody() throws Exception {
        var response = ask("HEAD", "/pagetotals");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEmpty();
        assertThat(ask("HEAD", "/").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAKnownETagWithoutBody() throws Exception {
        var first = ask("GET", "/pagetotals");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/pagetotals"))
                .header("if-none-match", tag)
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        assertThat(ask("OPTIONS", "/pagetotals").headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void answersProblemsAsJson() throws Exception {
        isProblem(ask("GET", "/page%C3%BC"), 404, "There is no /pageü");
        isProblem(ask("POST", "/pagetotals"), 405, "POST");
        isProblem(ask("GET", "/pagetotals?limit=5"), 400, "no parameter 'limit'");
        isProblem(ask("GET", "/pagetotals?prefix=a&prefix=b"), 400, "2 times");
        isProblem(ask("GET", "/pagetotals?&"), 400, "no parameter ''");
    }

    @Test
    void answersAMalformedQuery() throws IOException {
        assertThat(raw("GET /pagetotals?prefix=%zz HTTP/1.1")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /pagetotals?prefix=% HTTP/1.1")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /pagetotals?%zz HTTP/1.1")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET /pagetotals?prefix=%ff HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:PORT", "127.0.0.1", "127.0.0.1:PORT", "[::1]:PORT"})
    void answersUnderTheNamesOfThisMachine(String host) throws IOException {
        assertThat(raw("GET /summary HTTP/1.1", host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void refusesOtherHostsBeforeItReads(String host) throws IOException {
        assertThat(raw("GET /summary HTTP/1.1", host))
                .startsWith("HTTP/1.1 421 ")
                .contains("The Host header does not name this machine", "http://localhost")
                .doesNotContain("views");
    }

    @Test
    void refusesTwoHostsAndNoHost() throws IOException {
        assertThat(raw("GET /summary HTTP/1.1", "localhost\r\nHost: evil.example"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(sent("GET /summary HTTP/1.0\r\n\r\n")).contains(" 421 ");
    }

    @Test
    void refusesABody() throws IOException {
        assertThat(
                        sent(
                                "GET /summary HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"))
                .startsWith("HTTP/1.1 400 ")
                .contains("The request has a body");
    }

    @Test
    void answersOthersWhileRequestsAreHalfSent() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 8; i++) {
                open.add(half(server));
            }
            assertThat(get("/pagetotals?prefix=about")).isEqualTo("{\"about us.html\":1}");
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void closesARequestThatDoesNotEnd() throws Exception {
        try (var quick = StatsServer.start(0, api(), failure -> {}, Duration.ofMillis(50));
                var socket = half(quick)) {
            assertThat(socket.getInputStream().read())
                    .as("end of the connection")
                    .isEqualTo(-1);
        }
    }

    @Test
    void answersABugAndReportsIt() throws Exception {
        var failures = new ArrayList<String>();
        var broken = new StatsApi(table, ApiSettings.DEFAULT, BROKEN, failure -> {});
        try (var other = StatsServer.start(0, broken, failures::add)) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/pagehistory?page=a"))
                    .build();
            isProblem(CLIENT.send(request, BodyHandlers.ofByteArray()), 500, "pagetrack failed");
        }
        assertThat(failures)
                .singleElement()
                .asString()
                .contains("GET /pagehistory", "UnsupportedOperationException: no time");
    }

    private static Socket half(StatsServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream().write("GET /summary HTTP/1.1\r\nHost: localhost\r\nX-".getBytes(US_ASCII));
        return socket;
    }

    @Test
    void saysThatAPortCannotBeOpened() {
        assertThatThrownBy(() -> StatsServer.start(server.port(), api(), failure -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "<port> (pagetrack.port) is " + server.port(), "cannot be opened", "0 for any");
        assertThatThrownBy(() -> StatsServer.start(65_536, api(), failure -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("<port> (pagetrack.port) is 65536", "0 for any");
    }

    @Test
    void waitsUntilItIsClosed() throws IOException {
        var other = StatsServer.start(0, api(), failure -> {});
        other.close();
        other.await();
    }

    @Test
    void waitsUntilItIsInterrupted() {
        Thread.currentThread().interrupt();
        server.await();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static StatsApi api() {
        return new StatsApi(table, ApiSettings.DEFAULT, Clock.systemUTC(), failure -> {});
    }

    private static void isProblem(HttpResponse<byte[]> response, int status, String words) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new String(response.body(), UTF_8)).contains("\"status\":" + status, words);
    }

    private static String get(String path) throws Exception {
        return new String(ask("GET", path).body(), UTF_8);
    }

    private static HttpResponse<byte[]> ask(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }

    /** Sends a request line that an HTTP client library would not send. */
    private static String raw(String line) throws IOException {
        return raw(line, "localhost");
    }

    private static String raw(String line, String host) throws IOException {
        return sent(line + "\r\nHost: " + host.replace("PORT", "" + server.port()) + "\r\nConnection: close\r\n\r\n");
    }

    private static String sent(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
