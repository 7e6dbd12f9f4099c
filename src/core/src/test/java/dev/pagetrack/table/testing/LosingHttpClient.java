package dev.pagetrack.table.testing;

import java.io.IOException;
import java.net.SocketException;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client that loses some responses: the service has carried out the call, but its answer does not arrive.
 *
 * @param real sends the requests
 * @param isDue asked after each response: whether it is lost
 */
record LosingHttpClient(SdkHttpClient real, BooleanSupplier isDue) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var call = real.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var response = call.call();
                if (isDue.getAsBoolean()) {
                    throw new SocketException("connection reset");
                }
                return response;
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }
}
