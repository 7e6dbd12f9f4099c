package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamReferrersTest {

    @ParameterizedTest
    @ValueSource(strings = {"semalt.com", "39946554.semalt.com", "a.b.semalt.com", "buttons-for-website.com", "0-0.fr"})
    void holdsTheHostsOfTheListAndTheirSubdomains(String host) {
        assertThat(SpamReferrers.bundled().contains(host)).isTrue();
    }

    /** Compares whole labels. Matomo searches for the text anywhere, but "adf.ly" must not match "sadf.lyon.fr". */
    @ParameterizedTest
    @ValueSource(strings = {"", "com", "notsemalt.com", "semalt.com.example", "google.com", "news.ycombinator.com"})
    void holdsNoOtherHosts(String host) {
        assertThat(SpamReferrers.bundled().contains(host)).isFalse();
    }

    @Test
    void readsAsManyHostsAsTheListHas() {
        assertThat(BundledLines.of("spam-referrers.txt")).hasSizeGreaterThan(2_000);
    }

    @Test
    void namesALineThatIsNotAHost() {
        var lines = BundledLines.parse("spam-referrers.txt", "spam.example\nSpam.Example\n# end\n".getBytes(UTF_8));
        assertThatIllegalStateException()
                .isThrownBy(() -> SpamReferrers.of(lines))
                .withMessageContaining("spam-referrers.txt: line 2 'Spam.Example': not a host in lower case");
    }
}
