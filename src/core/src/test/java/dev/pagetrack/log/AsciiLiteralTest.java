package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AsciiLiteralTest {

    private static final String TEXT = "CapacityExceeded";

    @Test
    void matchesOnlyItsOwnText() {
        for (int length = 0; length <= TEXT.length(); length++) {
            var text = TEXT.substring(0, length);
            byte[] bytes = ("x" + text + "y").getBytes(US_ASCII);
            var same = AsciiLiteral.of(text);
            assertThat(same.matches(bytes, 1, 1 + length)).as(text).isTrue();
            assertThat(same.matches(bytes, 1, 2 + length)).as(text).isFalse();
            assertThat(same.matches(bytes, 0, length)).as(text).isEqualTo(length == 0);
            for (int i = 1; i <= length; i++) {
                bytes[i] ^= 1;
                assertThat(same.matches(bytes, 1, 1 + length))
                        .as("%s, changed at %s", text, i)
                        .isFalse();
                bytes[i] ^= 1;
            }
        }
    }

    @Test
    void rejectsALongerText() {
        assertThatThrownBy(() -> AsciiLiteral.of(TEXT + "s")).isInstanceOf(IllegalArgumentException.class);
    }
}
