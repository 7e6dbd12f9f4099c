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
 * A request as it came over the wire.
 *
 * @param path as it was written, still encoded
 * @param query as it was written; empty without one
 * @param headers by name in lower case
 * @param latin1 the body, a character for each byte
 */
record Received(String method, String path, String query, Map<String, String> headers, String latin1) {

    static Received of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var uri = exchange.getRequestURI();
        return new Received(
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

    /** The fields of a form, in their order. */
    Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        for (var field : text().split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }
}
