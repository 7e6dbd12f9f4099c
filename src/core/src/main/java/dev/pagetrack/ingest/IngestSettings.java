package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.Retention;
import dev.pagetrack.view.ViewPolicy;
import java.util.Optional;

/**
 * How log objects are ingested.
 *
 * @param policy which requests are views
 * @param retention how long raw views are kept; as the runs before agreed on, if it is left out
 * @param bulk whether raw views are written without counting them, and counted by a rebuild in the end
 */
public record IngestSettings(ViewPolicy policy, Optional<Retention> retention, boolean bulk) {

    public IngestSettings {
        requireNonNull(policy, "policy");
        requireNonNull(retention, "retention");
    }
}
