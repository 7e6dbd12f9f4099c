package dev.pagetrack.render.widget;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An instant as templates see it, in UTC and in the format of ISO 8601, which every reader understands. It is not in
 * the format of a locale, because those formats change with the JDK.
 *
 * @param instant the instant; empty if the event never happened
 */
record TemplateInstant(Optional<Instant> instant) {

    /** The instant to the second, such as {@code 2026-03-01T12:34:56Z}; empty if there is none. */
    String time() {
        return instant.map(at -> at.truncatedTo(SECONDS).toString()).orElse("");
    }

    /** The day of the instant, such as {@code 2026-03-01}; empty if there is none. */
    String date() {
        return instant.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                .orElse("");
    }

    @Override
    public String toString() {
        return time();
    }
}
