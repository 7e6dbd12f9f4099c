package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * A service of AWS that speaks its Query protocol: a form is posted, and XML comes back.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonParameters.html">Common
 *     parameters</a>
 */
final class QueryService {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html">Common errors</a>. */
    private static final Set<String> BUSY =
            Set.of("Throttling", "ThrottlingException", "RequestLimitExceeded", "ServiceUnavailable");

    private final URI address;
    private final String version;
    private final Signature signature;
    private final SdkHttpClient http;
    private final Pause pause;

    QueryService(URI address, String version, Signature signature, SdkHttpClient http, Pause pause) {
        this.address = address;
        this.version = version;
        this.signature = signature;
        this.http = http;
        this.pause = pause;
    }

    Answer call(String action) {
        return call(action, Map.of());
    }

    /**
     * Makes a call. It may be sent more than once.
     *
     * @throws RefusedException if the service refuses it
     * @throws DeployException if the service cannot be reached, or stays busy
     */
    Answer call(String action, Map<String, String> parameters) {
        var form = new LinkedHashMap<String, String>();
        form.put("Action", action);
        form.put("Version", version);
        form.putAll(parameters);
        for (int attempt = 1; true; attempt++) {
            try {
                return send(body(form));
            } catch (IOException e) {
                giveUpAfterLast(attempt, action, e);
            } catch (RefusedException e) {
                if (!BUSY.contains(e.code()) && e.status() < 500) {
                    throw e;
                }
                giveUpAfterLast(attempt, action, e);
            }
            pause.take(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        }
    }

    private void giveUpAfterLast(int attempt, String action, Exception failure) {
        if (attempt == ATTEMPTS) {
            throw new DeployException(
                    address + " did not do " + action + ": " + failure.getMessage()
                            + " Check the network, <region> (pagetrack.region) and <endpoint> (pagetrack.endpoint).",
                    failure);
        }
    }

    private Answer send(byte[] body) throws IOException {
        var content = ContentStreamProvider.fromByteArray(body);
        var request = signature.sign(
                SdkHttpRequest.builder()
                        .uri(address)
                        .encodedPath("/")
                        .method(SdkHttpMethod.POST)
                        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build(),
                content);
        var response = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(request)
                        .contentStreamProvider(content)
                        .build())
                .call();
        try (InputStream in = response.responseBody()
                .orElseGet(() -> AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))) {
            return answer(response.httpResponse().statusCode(), in.readAllBytes());
        }
    }

    private static Answer answer(int status, byte[] content) {
        if (status / 100 == 2) {
            return Answer.of(content);
        }
        throw RefusedException.of(status, content);
    }

    private static byte[] body(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> SdkHttpUtils.urlEncode(field.getKey()) + "=" + SdkHttpUtils.urlEncode(field.getValue()))
                .collect(joining("&"))
                .getBytes(UTF_8);
    }
}
