package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of a line as text: {@code malformed}, or its second and its fields. One byte is one character. */
final class OutcomeText {

    private OutcomeText() {}

    /** As the format under test reads a line, which lies in the middle of a buffer as it does in a real run. */
    static String of(LineFormat format, String line) {
        // Room for a block after the line or none, scanned before or not.
        var rest = "\n\" \\" + "\t\" ".repeat(line.length() % 40);
        byte[] buffer = ("\"\n" + line + rest).getBytes(ISO_8859_1);
        int end = buffer.length - rest.length();
        if (line.length() % 3 > 0) {
            assertThat(format.lineEnd(buffer, 2, buffer.length)).isEqualTo(end);
        }
        var cursor = new LogLine(buffer);
        cursor.moveTo(2, end);
        if (!line.isEmpty() && format.readDirective(cursor)) {
            return "directive";
        }
        var outcome = format.read(cursor);
        if (outcome != LineFormat.Outcome.REQUEST) {
            return outcome.name().toLowerCase(Locale.ROOT);
        }
        var fields = new TreeMap<Field, String>();
        for (var field : Field.values()) {
            if (cursor.has(field)) {
                fields.put(field, cursor.text(field));
            }
        }
        var raw = new String(cursor.line(), cursor.start(), cursor.end() - cursor.start(), ISO_8859_1);
        return raw.equals(line) ? of(cursor.epochSecond(), fields) : "the line was changed: " + raw;
    }

    /** As a twin reads it. */
    static String of(long epochSecond, Map<Field, String> fields) {
        var told = new TreeMap<>(fields);
        told.values().removeIf(value -> value == null || value.isEmpty() || value.equals("-"));
        // Only the day and time as they stand would differ, and the second says the same.
        return epochSecond + " " + told;
    }
}
