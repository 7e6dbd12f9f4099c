package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Creates log objects in memory, and reads logs into text. */
public final class TestLogs {

    private TestLogs() {}

    /** A log object with these bytes. */
    public static LogObject of(String name, byte[] content) {
        return new LogObject() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public LogObjectId id() {
                return new LogObjectId("test", name);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }

    /** A log object with these lines. */
    public static LogObject of(String name, String... lines) {
        return of(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    /** For each line its number, time and fields, or the reason for its rejection: {@code 3 malformed}. */
    static List<String> read(LogObject log, Field... fields) throws IOException {
        var found = new ArrayList<String>();
        LogReader.read(log, new LogVisitor() {
            @Override
            public void passedOver(String what) {
                found.add("passed over: " + what);
            }

            @Override
            public void format(LineFormat format) {
                found.add(format.name());
            }

            @Override
            public void request(LogLine line, long number) {
                var text = new StringBuilder(number + " " + line.epochSecond());
                for (var field : fields) {
                    text.append(' ').append(line.has(field) ? line.text(field) : "?");
                }
                found.add(text.toString());
            }

            @Override
            public void rejected(Rejection reason, long number) {
                found.add(number + " " + reason.label());
            }
        });
        return found;
    }
}
