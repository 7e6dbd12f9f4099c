package dev.pagetrack.table.series;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.site.LayoutFinder;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.MigrationState;
import dev.pagetrack.table.site.PendingRebuild;
import dev.pagetrack.table.site.SiteCutover;
import dev.pagetrack.table.site.SiteLayout;
import java.util.Optional;

/**
 * Moves a table of the series to a site of ours, in an order that can be broken off anywhere: nothing is noted before all
 * that could be refused was looked at, and from the first write to the last the site says that it is not complete.
 */
public final class SeriesMigration {

    private final OpenTable table;
    private final SiteLayout layout;
    private final PendingRebuild pending;
    private final MigrationState mark;
    private final SiteCutover cutover;

    public SeriesMigration(OpenTable table, SiteLayout layout, PendingRebuild pending) {
        this.table = table;
        this.layout = layout;
        this.pending = pending;
        this.mark = new MigrationState(table);
        this.cutover = new SiteCutover(table);
    }

    public MigrationReport run(MigrationSettings move) {
        requireElsewhere(move);
        var reader = SeriesReader.ofAll(table, keys(move));
        requireAnything(move, reader);
        layout.requireOwnLayout();
        mark.requireSame(move.from());
        cutover.requireSame(move.cutover());
        var carried = new CounterCarryOver(table, mark);
        // Before any raw view is moved: which counters stand in for some must not depend on how far an earlier run
        // came.
        var found = carried.find(reader, move);
        if (!move.dryRun()) {
            begin(move);
            carried.carry(found, reader);
        }
        try (var ledger = Ledger.counting(table, layout, Optional.empty())) {
            var report = new RawViewMigration(move, reader, table, ledger).run(found);
            if (!move.dryRun()) {
                mark.markEnded();
            }
            return report;
        }
    }

    private void begin(MigrationSettings move) {
        cutover.decide(move.cutover());
        new Meta(table).beginMove();
        mark.begin(move.from());
        pending.raise();
    }

    private void requireElsewhere(MigrationSettings move) {
        if (move.owner().equals(table.settings().siteId())) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + move.from()
                    + "', this site's own list of pages: give what is moved a <siteId> (pagetrack.siteId) of its own.");
        }
    }

    /** Where nothing is listed, there may be views of the function of part 2, which listed nothing. */
    private SeriesKeys keys(MigrationSettings move) {
        var finder = new LayoutFinder(table, move.owner());
        var layout = finder.find();
        if (layout == Layout.PAGETRACK && finder.isCounting()) {
            throw new TableException("table '" + table.name() + "' has no layout of the series under " + move.from()
                    + ": pagetrack counts there itself.");
        }
        var series = move.owner().isPresent() ? Layout.PRODUCTION : Layout.ARTICLE;
        return new SeriesKeys(layout == Layout.PAGETRACK ? series : layout, move.owner());
    }

    private void requireAnything(MigrationSettings move, SeriesReader reader) {
        if (reader.pages().isEmpty()) {
            throw new TableException("table '" + table.name() + "' has nothing of the series under " + move.from()
                    + Optional.of(move.from())
                            .filter("INDEX"::equals)
                            .map(index ->
                                    ": if an owner stands before its keys, <moveFrom> (pagetrack.moveFrom) is one like"
                                            + " Richard#INDEX.")
                            .orElse(
                                    ": check how its owner is spelt; <moveFrom> (pagetrack.moveFrom) is INDEX where no owner"
                                            + " stands before its keys."));
        }
    }
}
