package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pagetrack.view.BotPattern.Edge;
import dev.pagetrack.view.BotPattern.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotPatternTest {

    @Test
    void readsWordsWithTheirMarks() {
        assertThat(parse("\"crawl\"")).isEqualTo(new BotPattern("crawl", true, Edge.ANYTHING, Edge.ANYTHING, Kind.BOT));
        assertThat(parse("^'RED/'")).isEqualTo(new BotPattern("RED/", false, Edge.AGENT, Edge.ANYTHING, Kind.BOT));
        assertThat(parse("\"ssl labs\"$"))
                .isEqualTo(new BotPattern("ssl labs", true, Edge.ANYTHING, Edge.AGENT, Kind.BOT));
        assertThat(parse("<\"rss\">")).isEqualTo(new BotPattern("rss", true, Edge.WORD, Edge.WORD, Kind.BOT));
        assertThat(parse("-\"cubot\""))
                .isEqualTo(new BotPattern("cubot", true, Edge.ANYTHING, Edge.ANYTHING, Kind.EXCEPTION));
        assertThat(parse("+^\"lynx/\""))
                .isEqualTo(new BotPattern("lynx/", true, Edge.AGENT, Edge.ANYTHING, Kind.BROWSER));
        assertThat(parse("\"let's\"").word()).isEqualTo("let's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crawl",
                "\"crawl",
                "\"\"",
                "''",
                "^^\"a\"",
                "+-\"a\"",
                "\"a\"b",
                "$\"a\"",
                "\"a'",
                "\"\u00e4\"",
                "\"a\tb\""
            })
    void rejectsAMalformedLine(String line) {
        assertThatIllegalStateException()
                .isThrownBy(() -> parse(line))
                .withMessageContaining("bots.txt: line 7 '" + line + "': not ")
                .withMessageContaining("damaged");
    }

    private static BotPattern parse(String line) {
        return BotPattern.parse(new BundledLines.Line("bots.txt", 7, line));
    }
}
