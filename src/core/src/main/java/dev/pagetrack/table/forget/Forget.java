package dev.pagetrack.table.forget;

import dev.pagetrack.Sleeper;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.ForgetRules;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.RebuildNotes;
import dev.pagetrack.table.site.RunningTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes views out again: deletes their raw views and lowers the rollups. A rule in {@code META} makes ingestion reject
 * these views from now on; otherwise the next log that holds them would bring them back. It can be stopped at any time:
 * the table is consistent, and the next run with the same rule takes out the rest.
 *
 * <p>Raw views that have expired can only be taken out by whole days, because a rollup knows days and nothing smaller.
 */
public final class Forget {

    /** How many pages are changed at the same time. */
    private static final int THREADS = 8;

    /**
     * After this time no run uses terms without the rule: a run reads them again each minute, before it sends a request,
     * and a request takes less than a minute.
     */
    public static final Duration PAUSE = RunningTerms.RECHECK.multipliedBy(2);

    private final OpenTable table;
    private final ForgetRule rule;
    private final Instant horizon;

    /**
     * Prepares to take views out.
     *
     * @param horizon the instant from which on all raw views are in the table
     */
    public Forget(OpenTable table, ForgetRule rule, Instant horizon) {
        this.table = table;
        this.rule = rule;
        this.horizon = horizon;
    }

    /** Finds out what would be taken out, and changes nothing. */
    public ForgetReport plan() {
        var views = new ConcurrentHashMap<String, Long>();
        OpenTable.inParallel(THREADS, pages(), page -> views.put(page, of(page).count()));
        return ForgetReport.of(views);
    }

    /**
     * Takes the views out.
     *
     * @param sleeper waits until all running ingestions know the rule
     * @throws TableException if a rebuild is pending, or if days would have to be taken out in part whose raw views have
     *     expired; then nothing was changed
     */
    public ForgetReport run(Sleeper sleeper) throws InterruptedException {
        if (!new RebuildNotes(table).open().isEmpty()) {
            throw new TableException(
                    "raw views are in the table that the figures do not count yet: run pagetrack:rebuild"
                            + " first; pagetrack:doctor says more.");
        }
        var pages = pages();
        pages.forEach(page -> of(page).requireWholeDays());
        new ForgetRules(table).add(rule);
        sleeper.sleep(PAUSE);
        var views = new ConcurrentHashMap<String, Long>();
        // Ingestion may have added a page during the pause.
        OpenTable.inParallel(THREADS, pages(), page -> views.put(page, of(page).remove()));
        new Meta(table).countRebuild();
        return ForgetReport.of(views);
    }

    private ForgottenPage of(String page) {
        return new ForgottenPage(table, page, rule, horizon);
    }

    private List<String> pages() {
        var selection = rule.selection();
        var pages = new ArrayList<String>();
        Queries queries = table.queries();
        queries.items(
                queries.partition(table.attributes().indexPartition()).consistentRead(true),
                item -> pages.add(Attributes.sortKey(item)));
        pages.removeIf(page -> !selection.pages().matches(page));
        return pages;
    }
}
