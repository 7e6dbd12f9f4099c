package dev.pagetrack.log;

import dev.pagetrack.log.LineFormat.Outcome;
import java.util.Optional;

/**
 * The default log formats of web servers: "combined", and "common", which lacks referrer and user agent. The first
 * valid line of a log tells which of the two it is.
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
    public Optional<LineFormat> recognise(byte[] head) {
        var lines = new CombinedLines(false);
        var line = new LogLine(head);
        int from = 0;
        for (int i = 0; i < TRIED_LINES && from < head.length; i++) {
            int end = ByteRanges.indexOf((byte) '\n', head, from, head.length);
            int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
            boolean whole = end < head.length || head.length < HEAD_BYTES;
            line.moveTo(from, to);
            if (whole && lines.read(line) == Outcome.REQUEST) {
                return Optional.of(new CombinedLines(line.isSet(Field.USER_AGENT)));
            }
            from = end + 1;
        }
        return Optional.empty();
    }
}
