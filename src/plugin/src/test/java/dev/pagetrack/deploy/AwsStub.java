package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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

/** The AWS services that a deployment calls, over HTTP. It checks each signature, as AWS does. */
public final class AwsStub implements AutoCloseable {

    static {
        // Otherwise each answer waits 40 ms for a packet to join it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-central-1";
    public static final AccessKey KEY = new AccessKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(KEY.id(), KEY.secret());

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

    final List<ReceivedRequest> requests = new ArrayList<>();
    final Set<String> tables = new HashSet<>();
    final StackStub stack = new StackStub();
    final BucketStub buckets = new BucketStub();
    private final Deque<Reply> next = new ArrayDeque<>();
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

    /** Sends this reply to the next request, whatever it asks for. */
    AwsStub reply(Reply reply) {
        next.add(reply);
        return this;
    }

    /** Prepares a first deployment that succeeds: there is a log bucket, and no stack. */
    public AwsStub readyForFirstDeployment() {
        buckets.with("logs");
        stack.changeSet("", "CREATE_COMPLETE").step("CREATE_COMPLETE");
        return this;
    }

    /** Denies the first call: the user has no permission for it. */
    public AwsStub denyingFirstCall() {
        return reply(Reply.error(403, "AccessDenied", "User: Alice is not authorized"));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ConnectionSettings settings() {
        return new ConnectionSettings(Optional.of(region), Optional.empty(), Optional.of(endpoint()), Optional.of(KEY));
    }

    /** The requests in their order: the actions of forms, and the methods and paths of others. */
    public List<String> calls() {
        return requests.stream().map(AwsStub::name).toList();
    }

    /** The parameters of the stack in the last change set. */
    public Map<String, String> parameters() {
        return stack.parameters();
    }

    /** The requests for an action. */
    List<ReceivedRequest> forms(String action) {
        return requests.stream().filter(request -> name(request).equals(action)).toList();
    }

    private static String name(ReceivedRequest request) {
        if (isForm(request)) {
            return requireNonNull(request.form().get("Action"));
        }
        var target = request.header("x-amz-target");
        return target.isEmpty()
                ? request.method() + " " + request.path() + (request.query().isEmpty() ? "" : "?" + request.query())
                : target.substring(target.indexOf('.') + 1);
    }

    private static boolean isForm(ReceivedRequest request) {
        return request.header("content-type").startsWith("application/x-www-form-urlencoded");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ReceivedRequest.of(exchange);
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

    private Reply reply(ReceivedRequest request) {
        if (!VERIFIER.matches(request, region)) {
            return Reply.error(403, "SignatureDoesNotMatch", "The request signature we calculated does not match");
        }
        if (!next.isEmpty()) {
            return next.remove();
        }
        if (!request.header("x-amz-target").isEmpty()) {
            return table(request);
        }
        if (!isForm(request)) {
            return buckets.answer(request);
        }
        var form = request.form();
        return requireNonNull(form.get("Action")).equals("GetCallerIdentity")
                ? Reply.xml(
                        200,
                        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                                + "<GetCallerIdentityResult><Arn>arn:aws:iam::" + ACCOUNT
                                + ":user/Alice</Arn><UserId>AIDA</UserId>"
                                + "<Account>" + ACCOUNT
                                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")
                : stack.answer(form);
    }

    private Reply table(ReceivedRequest request) {
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
