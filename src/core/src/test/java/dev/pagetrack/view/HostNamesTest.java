package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private static final Pattern DOTTED = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a-1.b.c-", "", ".", "a", "a.", ".a", "a..b", "A.b", "a.b/", "a b.c", "\u00e4.de"})
    void recognisesHostNames(String text) {
        assertThat(HostNames.isDotted(text)).isEqualTo(DOTTED.matcher(text).matches());
    }
}
