package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.view.ViewPolicy;
import java.util.Optional;

/**
 * The settings of an ingestion.
 *
 * @param policy which requests are views
 * @param retention how long raw views are kept; if it is left out, the retention of earlier runs applies
 * @param bulk whether raw views are written without counting them, to be counted by a rebuild in the end
 */
public record IngestSettings(ViewPolicy policy, Optional<Retention> retention, boolean bulk) {

    public IngestSettings {
        requireNonNull(policy, "policy");
        requireNonNull(retention, "retention");
    }

    /**
     * Checks these settings against those of earlier runs, which the table holds, and returns the terms that apply.
     *
     * @throws dev.pagetrack.table.item.TableException if they contradict each other, or if another program writes this
     *     site's views
     */
    SiteAgreement agree(PageTrackTable table) {
        table.requirePagetrackLayout();
        policy.cutover().ifPresent(table::decideCutover);
        return table.agree(new SiteAgreement.Wanted(retention, policy.fingerprints()));
    }

    /** The policy, with the cut-over that the first run of the site has set: only views from that day on count. */
    ViewPolicy agreedPolicy(RunningTerms terms) {
        return policy.withCutover(terms.cutover());
    }
}
