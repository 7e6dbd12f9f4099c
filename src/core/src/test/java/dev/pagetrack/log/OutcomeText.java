package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Formats the result of reading a line as text: {@code malformed}, or time and fields. One byte is one character. */
final class OutcomeText {

    private OutcomeText() {}

    /** The result of the format under test. The line is in the middle of a buffer, as in a real run. */
    static String of(LineFormat format, String line) {
        // Depending on its length, there is room for a block after the line or not, and the line is scanned before or
        // not.
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

    /** The result of an oracle. */
    static String of(long epochSecond, Map<Field, String> fields) {
        var told = new TreeMap<>(fields);
        told.values().removeIf(value -> value == null || value.isEmpty() || value.equals("-"));
        // Date and time are left out, because only their spelling could differ; the epoch second has the same meaning.
        return epochSecond + " " + told;
    }
}
