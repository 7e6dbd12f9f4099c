package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void readsAListAsMavenSplitsIt() {
        // Of "a, b,,": measured with sisu-plexus.
        assertThat(Values.texts(Arrays.asList("a", " b", null, null))).containsExactly("a", "b");
        assertThat(Values.texts(List.of())).isEmpty();
    }
}
