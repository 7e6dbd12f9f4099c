package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.Retention;
import dev.pagetrack.table.SiteTerms;
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

    /**
     * Agrees with the runs before.
     *
     * @throws dev.pagetrack.table.TableException if that cannot be, or another function writes this site's views
     */
    SiteTerms agree(PageTrackTable table) {
        table.requireOwnLayout();
        policy.cutover().ifPresent(table::decideCutover);
        return table.agree(new SiteTerms.Wanted(retention, policy.fingerprints()));
    }

    /** The policy from the cut-over on that the runs of a site have agreed on. */
    ViewPolicy agreedPolicy(PageTrackTable table) {
        return policy.withCutover(table.cutover());
    }
}
