package dev.pagetrack.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileVersionTest {

    @Test
    void trustsNoFileThatWasChangedJustBefore() {
        var now = 1_700_000_000_123_456_789L;
        assertThat(new FileVersion(1, now, now, 1).isSettledAt(now + 1_000_000)).isFalse();
        assertThat(new FileVersion(1, now, now, 1).isSettledAt(now + 20_000_000))
                .isTrue();
        var seconds = 1_700_000_000_000_000_000L;
        assertThat(new FileVersion(1, seconds, 0, 0).isSettledAt(seconds + 1_000_000_000))
                .isFalse();
        assertThat(new FileVersion(1, seconds, 0, 0).isSettledAt(seconds + 2_000_000_000))
                .isTrue();
    }
}
