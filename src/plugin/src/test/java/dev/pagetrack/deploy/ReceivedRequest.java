package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request as a stub received it.
 *
 * @param path the path, still encoded
 * @param query the query, still encoded; empty if there is none
 * @param headers the headers, by name in lower case
 * @param latin1 the body, one character for each byte
 */
record ReceivedRequest(String method, String path, String query, Map<String, String> headers, String latin1) {

    static ReceivedRequest of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var uri = exchange.getRequestURI();
        return new ReceivedRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    byte[] body() {
        return latin1.getBytes(ISO_8859_1);
    }

    String text() {
        return new String(body(), UTF_8);
    }

    /** The fields of the form in the body, in their order. */
    Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        for (var field : text().split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }
}
