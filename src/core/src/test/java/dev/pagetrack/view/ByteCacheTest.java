package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteCacheTest {

    private final ByteCache<String> remembered = new ByteCache<>(64, this::find);
    private int found;

    @Test
    void computesTheResultOfARecurringTextOnce() {
        assertThat(get("a")).isEqualTo("a 1");
        assertThat(get("b")).isEqualTo("b 2");
        assertThat(get("a")).isEqualTo("a 1");
        assertThat(get("")).isEqualTo(" 3");
        assertThat(get("")).isEqualTo(" 3");
    }

    @Test
    void doesNotStoreLongTexts() {
        var longest = "a".repeat(ByteCache.MAX_LENGTH);
        assertThat(get(longest)).isEqualTo(longest + " 1");
        assertThat(get(longest)).isEqualTo(longest + " 1");
        assertThat(get(longest + "a")).isEqualTo(longest + "a 2");
        assertThat(get(longest + "a")).isEqualTo(longest + "a 3");
    }

    @Test
    void returnsCorrectResultsForMoreTextsThanItsSize() {
        for (int run = 0; run < 3; run++) {
            for (int i = 0; i < 1000; i++) {
                assertThat(get("text " + i)).startsWith("text " + i + " ");
            }
        }
        int before = found;
        get("text 999");
        assertThat(found).as("the last text is in the cache").isEqualTo(before);
    }

    private String get(String text) {
        byte[] bytes = ("x" + text + "x").getBytes(UTF_8);
        return remembered.get(bytes, 1, bytes.length - 1);
    }

    private String find(byte[] bytes, int from, int to) {
        found++;
        return new String(bytes, from, to - from, UTF_8) + " " + found;
    }
}
