package dev.pagetrack.local;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that pages of other sites make a browser send, because they could read and change the table. Such a
 * request has a host name of that site (DNS rebinding), or that site as its origin: DynamoDB Local lets scripts of all
 * sites read its responses.
 */
final class LoopbackOnly extends Handler.Wrapper {
    private static final String NAMES = "(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?";
    private static final Pattern HOST = Pattern.compile("(?i)" + NAMES);
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://" + NAMES);

    LoopbackOnly(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var hosts = values(request, HttpHeader.HOST);
        if (hosts.size() != 1 || !matches(HOST, hosts)) {
            return refuse(response, callback, HttpStatus.MISDIRECTED_REQUEST_421, "Host " + hosts);
        }
        var origins = values(request, HttpHeader.ORIGIN);
        if (!matches(ORIGIN, origins)) {
            return refuse(response, callback, HttpStatus.FORBIDDEN_403, "Origin " + origins);
        }
        return super.handle(request, response, callback);
    }

    private static List<String> values(Request request, HttpHeader name) {
        return request.getHeaders().getFields(name).stream()
                .map(HttpField::getValue)
                .toList();
    }

    private static boolean matches(Pattern pattern, List<String> values) {
        return values.stream()
                .allMatch(value -> value != null && pattern.matcher(value).matches());
    }

    private static boolean refuse(Response response, Callback callback, int status, String header) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(
                response,
                true,
                header + " is not this machine. Use http://localhost and the port of the table.\n",
                callback);
        return true;
    }
}
