package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.aws.ConnectionSettings.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services of AWS that a deployment talks to, over HTTP; whoever signs wrongly is refused, as there. */
public final class AwsStub implements AutoCloseable {

    static {
        // Otherwise each answer waits 40 ms for a packet to join it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-central-1";
    public static final AccessKey KEY = new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final SignatureTwin SIGNATURE = new SignatureTwin(KEY.id(), KEY.secret());

    /** An answer. */
    record Reply(int status, String type, String body, Map<String, String> headers) {

        static Reply xml(int status, String body) {
            return new Reply(status, "text/xml", body, new LinkedHashMap<>());
        }

        static Reply error(int status, String code, String message) {
            return xml(
                    status,
                    "<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error>"
                            + "<Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                            + "</Message></Error><RequestId>b9b4b068</RequestId></ErrorResponse>");
        }

        Reply header(String name, String value) {
            headers.put(name, value);
            return this;
        }
    }

    final List<Received> requests = new ArrayList<>();
    final Set<String> tables = new HashSet<>();
    final StackStub stack = new StackStub();
    final BucketStub buckets = new BucketStub();
    private final Deque<Reply> first = new ArrayDeque<>();
    private final String region;
    private final HttpServer server;

    public AwsStub() throws IOException {
        this(REGION);
    }

    AwsStub(String region) throws IOException {
        this.region = region;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers the next request so, whatever it is. */
    AwsStub first(Reply reply) {
        first.add(reply);
        return this;
    }

    /** What the first deployment finds, and comes to: a log bucket, and a stack without trouble. */
    public AwsStub readyForTheFirst() {
        buckets.with("logs");
        stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        return this;
    }

    /** Refuses the first call, as one that the user may not make. */
    public AwsStub denyingTheFirst() {
        return first(Reply.error(403, "AccessDenied", "User: Alice is not authorized"));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ConnectionSettings settings() {
        return new ConnectionSettings(Optional.of(region), Optional.empty(), Optional.of(endpoint()), Optional.of(KEY));
    }

    /** What was asked for, in order: actions, or methods and paths. */
    public List<String> asked() {
        return requests.stream().map(AwsStub::name).toList();
    }

    /** The parameters of the stack, as they were last asked for. */
    public Map<String, String> parameters() {
        return stack.parameters();
    }

    /** The forms of an action. */
    List<Received> forms(String action) {
        return requests.stream().filter(request -> name(request).equals(action)).toList();
    }

    private static String name(Received request) {
        if (isForm(request)) {
            return request.form().get("Action");
        }
        var target = request.header("x-amz-target");
        return target.isEmpty()
                ? request.method() + " " + request.path() + (request.query().isEmpty() ? "" : "?" + request.query())
                : target.substring(target.indexOf('.') + 1);
    }

    private static boolean isForm(Received request) {
        return request.header("content-type").startsWith("application/x-www-form-urlencoded");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Received.of(exchange);
            requests.add(request);
            var reply = reply(request);
            byte[] body = reply.body().getBytes(UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            boolean empty = body.length == 0 || request.method().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Reply reply(Received request) {
        if (!SIGNATURE.matches(request, region)) {
            return Reply.error(403, "SignatureDoesNotMatch", "The request signature we calculated does not match");
        }
        if (!first.isEmpty()) {
            return first.remove();
        }
        if (!request.header("x-amz-target").isEmpty()) {
            return table(request);
        }
        if (!isForm(request)) {
            return buckets.answer(request);
        }
        var form = request.form();
        return form.get("Action").equals("GetCallerIdentity")
                ? Reply.xml(
                        200,
                        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                                + "<GetCallerIdentityResult><Arn>arn:aws:iam::" + ACCOUNT
                                + ":user/Alice</Arn><UserId>AIDA</UserId>"
                                + "<Account>" + ACCOUNT
                                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")
                : stack.answer(form);
    }

    private Reply table(Received request) {
        boolean there = tables.stream().anyMatch(name -> request.text().contains("\"" + name + "\""));
        return there
                ? new Reply(200, "application/x-amz-json-1.0", "{\"Table\":{\"TableStatus\":\"ACTIVE\"}}", Map.of())
                : new Reply(
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
                                + "\"message\":\"Requested resource not found\"}",
                        Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
