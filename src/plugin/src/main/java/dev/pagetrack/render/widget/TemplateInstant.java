package dev.pagetrack.render.widget;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An instant as templates see it, in UTC and in the order that every reader understands (ISO 8601): how a locale writes
 * dates changes with the JDK.
 *
 * @param instant the instant; empty for what never happened
 */
record TemplateInstant(Optional<Instant> instant) {

    /** The instant to the second, as {@code 2026-03-01T12:34:56Z}; empty for what never happened. */
    String time() {
        return instant.map(at -> at.truncatedTo(SECONDS).toString()).orElse("");
    }

    /** Its day, as {@code 2026-03-01}; empty for what never happened. */
    String date() {
        return instant.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                .orElse("");
    }

    @Override
    public String toString() {
        return time();
    }
}
