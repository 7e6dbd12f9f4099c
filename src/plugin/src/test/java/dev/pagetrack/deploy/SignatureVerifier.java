package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the signature of a received request as AWS does: it computes the signature again. It follows AWS's description
 * of the algorithm, and shares no code with the SDK.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
record SignatureVerifier(String keyId, String secret) {

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/([^/]+)/"
            + "([^/]+)/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    /** Whether the signature is right, and covers each header that AWS requires. */
    boolean matches(ReceivedRequest request, String region) {
        var found = AUTHORIZATION.matcher(request.header("authorization"));
        if (!found.matches() || !found.group(1).equals(keyId) || !found.group(3).equals(region)) {
            return false;
        }
        var scope = found.group(2);
        var signed = Arrays.asList(found.group(5).split(";", -1));
        boolean covered = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .allMatch(signed::contains);
        var canonical = canonical(request, found.group(5), found.group(4));
        var toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date") + "\n" + scope + "\n" + hex(sha256(canonical));
        var key = ("AWS4" + secret).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return covered
                && request.header("x-amz-date").startsWith(scope.substring(0, 8))
                && hex(hmac(key, toSign)).equals(found.group(6));
    }

    private static String canonical(ReceivedRequest request, String signedHeaders, String service) {
        var query = Arrays.stream(request.query().split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.contains("=") ? parameter : parameter + "=")
                .sorted()
                .collect(joining("&"));
        var headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name -> name + ":" + request.header(name).strip().replaceAll(" +", " ") + "\n")
                .collect(joining());
        return String.join(
                "\n", request.method(), request.path(), query, headers, signedHeaders, bodyHash(request, service));
    }

    /** S3 reads the hash, or that there is none, from a header. Other services compute it. */
    private static String bodyHash(ReceivedRequest request, String service) {
        var computed = hex(sha256(request.body()));
        var header = request.header("x-amz-content-sha256");
        boolean unsigned = service.equals("s3") && header.equals("UNSIGNED-PAYLOAD");
        return unsigned || header.isEmpty() || header.equals(computed)
                ? header.isEmpty() ? computed : header
                : "the hash of another body";
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256Base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(sha256(bytes));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
