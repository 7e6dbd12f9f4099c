package dev.pagetrack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.api.JsonText;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    @Test
    void escapesControlAndFormatCharacters() {
        assertThat(PlainText.escaped("a\u001b[31mred\u0000\u007f\u009b2J\rb"))
                .isEqualTo("a\\u001b[31mred\\u0000\\u007f\\u009b2J\\u000db");
        assertThat(PlainText.escaped("\u202egnp.exe\u2066\u200b\ufeff\u00ad\u2028"))
                .isEqualTo("\\u202egnp.exe\\u2066\\u200b\\ufeff\\u00ad\\u2028");
        // A tag character: a format character beyond the first 65,536.
        assertThat(PlainText.escaped("x\udb40\udc41y")).isEqualTo("x\\udb40\\udc41y");
    }

    @Test
    void keepsEverythingElse() {
        for (var text : new String[] {"", "a\nb\tc\r\nd", "café 日本 😀 \\u001b", "\ud83d"}) {
            assertThat(PlainText.escaped(text)).isSameAs(text);
        }
    }

    @Test
    void leavesNoInvisibleCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var escaped = PlainText.escaped("<" + Character.toString(c) + ">");
            assertThat(INVISIBLE.matcher(escaped).find()).as("U+%04X", c).isFalse();
        }
    }

    @Test
    void meansTheSameInJson() throws Exception {
        var value = "\u202e\u009b\u001b\udb40\udc41é\u007f";
        var json = JsonText.of(Map.of("name", value));
        assertThat(INVISIBLE.matcher(json).find()).isFalse();
        assertThat(new ObjectMapper().readTree(json).get("name").asText()).isEqualTo(value);
    }
}
