package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {

    @Test
    void trimsAListAsMavenSplitsIt() {
        // This is how sisu-plexus splits "a, b,," (measured).
        assertThat(ParameterValues.trimmed(Arrays.asList("a", " b", null, null)))
                .containsExactly("a", "b");
        assertThat(ParameterValues.trimmed(List.of())).isEmpty();
    }
}
