package dev.pagetrack.table.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A move is for views before a day that has come. */
class MigrationSettingsTest {

    private final MigrationSettings move = new MigrationSettings("INDEX", LocalDate.of(2026, 12, 1), false);

    @Test
    void isTooEarlyUntilTheCutover() {
        assertThat(move.tooEarly(at("2026-11-30T23:59:59Z")))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("<cutover> (pagetrack.cutover) is 2026-12-01, a day to come:")
                        .endsWith("Move on that day or later, best a day after it, when late logs have come."));
    }

    @Test
    void isInTimeFromTheCutoverOn() {
        assertThat(move.tooEarly(at("2026-12-01T00:00:00Z"))).isEmpty();
        assertThat(move.tooEarly(at("2026-12-02T10:00:00Z"))).isEmpty();
    }

    /** In a zone where the day has long begun. */
    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneId.of("Pacific/Kiritimati"));
    }
}
