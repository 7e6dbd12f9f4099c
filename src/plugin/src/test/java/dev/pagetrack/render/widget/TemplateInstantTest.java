package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateInstantTest {

    @Test
    void writesInstantsInIsoFormat() {
        var instant = new TemplateInstant(Optional.of(Instant.parse("2026-03-01T23:59:59.9Z")));
        assertThat(instant).hasToString("2026-03-01T23:59:59Z");
        assertThat(instant.date()).isEqualTo("2026-03-01");
        assertThat(new TemplateInstant(Optional.empty()).date()).isEmpty();
    }
}
