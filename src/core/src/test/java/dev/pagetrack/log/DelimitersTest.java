package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares {@link Delimiters} with a search byte by byte. */
class DelimitersTest {

    private static final int RUNS = 5_000;

    @RegisterExtension
    final Seed seed = Seed.of(5);

    private final Random random = seed.random();

    @Test
    void findsEachDelimiterOfALineAndItsEnd() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = text(random.nextInt(400)).getBytes(US_ASCII);
            int from = random.nextInt(bytes.length + 1);
            int limit = from + random.nextInt(bytes.length - from + 1);
            var delimiters = new Delimiters(' ', '"', '\\');
            int end = delimiters.scan(bytes, from, limit);
            assertThat(end).isEqualTo(lineEnd(bytes, from, limit));
            if (random.nextBoolean()) {
                // Scans another range in between.
                delimiters.scan(bytes, 0, bytes.length);
            }
            var line = new LogLine(bytes);
            line.moveTo(from, end);
            delimiters.prepare(line);
            assertThat(found(delimiters)).isEqualTo(expected(bytes, from, end));
            assertThat(delimiters.fieldBefore(0)).isEqualTo(from);
            assertThat(delimiters.at(delimiters.count())).isEqualTo(end);
        }
    }

    @Test
    void findsAnyNumberOfDelimiters() {
        byte[] bytes = "\t".repeat(100_000).getBytes(US_ASCII);
        var delimiters = new Delimiters('\t');
        assertThat(delimiters.scan(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        assertThat(delimiters.count()).isEqualTo(bytes.length);
    }

    private String text(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(" \"\\\n!a[]\t\r\u00007".charAt(random.nextInt(12)));
            text.append("b".repeat(random.nextInt(6) == 0 ? random.nextInt(90) : 0));
        }
        return text.toString();
    }

    private static int lineEnd(byte[] bytes, int from, int limit) {
        int end = from;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static List<Integer> found(Delimiters delimiters) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < delimiters.count(); i++) {
            places.add(delimiters.at(i));
        }
        return places;
    }

    private static List<Integer> expected(byte[] bytes, int from, int end) {
        var places = new ArrayList<Integer>();
        for (int i = from; i < end; i++) {
            if (bytes[i] == ' ' || bytes[i] == '"' || bytes[i] == '\\') {
                places.add(i);
            }
        }
        return places;
    }
}
