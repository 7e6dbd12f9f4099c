package dev.pagetrack.table.site;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A note in the table which says that rollups may lack raw views until a rebuild has finished.
 *
 * @param id identifies the note among those of the site
 * @param began when its writer began
 * @param renewed when its writer was last known to be running
 * @param ended whether its writer has written its last raw view
 */
public record RebuildNote(String id, Instant began, Instant renewed, boolean ended) {

    /** A writer renews its note each minute. After this time without a renewal, it is no longer running. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public RebuildNote {
        requireNonNull(id, "id");
        requireNonNull(began, "began");
        requireNonNull(renewed, "renewed");
    }

    /**
     * Whether a rebuild that began at an instant, and has read this note since, counted all raw views of the note's
     * writer. A writer that may still be running can write views that the rebuild did not read.
     */
    boolean isCoveredBy(Instant rebuild) {
        return ended || renewed.plus(LIFE).isBefore(rebuild);
    }
}
