package dev.pagetrack.log;

import java.util.Optional;

/**
 * The logs of web servers: "combined", and "common", which lacks referrer and user agent, also with more columns. See
 * {@link WebServerLayout}.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/logs.html#accesslog">Apache: access log</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format">nginx: the format combined</a>
 */
public final class CombinedLogFormat implements LogFormat {

    @Override
    public String title() {
        return "Apache or nginx combined or common log";
    }

    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        try {
            return WebServerLayout.of(head).map(CombinedLines::new);
        } catch (UnknownColumnException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> refusal(LogHead head) {
        try {
            WebServerLayout.of(head);
            return Optional.empty();
        } catch (UnknownColumnException e) {
            return Optional.of("is a web server's log whose columns pagetrack does not know: " + e.getMessage()
                    + ". It knows client, identity and user before the time, and after the size the referrer and the user"
                    + " agent, both in quotes; further columns may hold the host, a number, or the addresses of"
                    + " X-Forwarded-For. Let the server write the format combined, and any other column after the user"
                    + " agent.");
        }
    }
}
