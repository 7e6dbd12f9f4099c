package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateInstantTest {

    @Test
    void writesInstantsForEveryReader() {
        var moment = new TemplateInstant(Optional.of(Instant.parse("2026-03-01T23:59:59.9Z")));
        assertThat(moment).hasToString("2026-03-01T23:59:59Z");
        assertThat(moment.date()).isEqualTo("2026-03-01");
        assertThat(new TemplateInstant(Optional.empty()).date()).isEmpty();
    }
}
