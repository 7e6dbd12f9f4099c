package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pagetrack.view.BundledLines.Line;
import org.junit.jupiter.api.Test;

class BundledLinesTest {

    @Test
    void leavesOutCommentsAndBlankLines() {
        assertThat(BundledLines.parse("a.txt", "# head\nDE FRA\n\n  \nFR CDG\n# end\n".getBytes(UTF_8)))
                .containsExactly(new Line("a.txt", 2, "DE FRA"), new Line("a.txt", 5, "FR CDG"));
    }

    @Test
    void rejectsAFileThatIsCutOff() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BundledLines.parse("a.txt", "DE FRA\n# en".getBytes(UTF_8)))
                .withMessage("The jar of pagetrack is damaged: a.txt: it does not end with the line '# end'."
                        + " Download or build it again.");
        assertThatIllegalStateException().isThrownBy(() -> BundledLines.parse("a.txt", new byte[0]));
    }

    @Test
    void rejectsAFileThatIsNotUtf8() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BundledLines.parse("a.txt", "caf\u00e9\n# end\n".getBytes(ISO_8859_1)))
                .withMessageContaining("a.txt: it is not UTF-8");
    }

    @Test
    void rejectsAMissingFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BundledLines.of("none.txt"))
                .withMessageContaining("none.txt: it is missing");
    }
}
