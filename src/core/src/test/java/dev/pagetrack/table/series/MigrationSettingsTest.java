package dev.pagetrack.table.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A migration is possible only when the cut-over has passed. */
class MigrationSettingsTest {

    private final MigrationSettings settings = new MigrationSettings("INDEX", LocalDate.of(2026, 12, 1), false);

    @Test
    void isTooEarlyUntilTheCutover() {
        assertThat(settings.tooEarly(at("2026-11-30T23:59:59Z")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("<cutover> (pagetrack.cutover) is 2026-12-01, a day in the future:")
                        .endsWith("Move on that day or later. The day after it is best, when late logs have arrived."));
    }

    @Test
    void isNotTooEarlyFromTheCutoverOn() {
        assertThat(settings.tooEarly(at("2026-12-01T00:00:00Z"))).isEmpty();
        assertThat(settings.tooEarly(at("2026-12-02T10:00:00Z"))).isEmpty();
    }

    /** A clock in a time zone where the day of the cut-over began many hours earlier than in UTC. */
    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneId.of("Pacific/Kiritimati"));
    }
}
