package dev.pagetrack.table;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;

/**
 * Moves a table of the series to a site of ours, in an order that can be broken off anywhere: nothing is noted before all
 * that could be refused was looked at, and from the first write to the last the site says that it is not complete.
 */
final class SeriesMoving {

    private final PageTrackTable site;
    private final OpenTable table;
    private final MoveMark mark;
    private final SiteCutover cutover;

    SeriesMoving(PageTrackTable site, OpenTable table) {
        this.site = site;
        this.table = table;
        this.mark = table.moveMark();
        this.cutover = table.cutover();
    }

    MoveReport run(MoveSettings move) {
        requireElsewhere(move);
        var reader = SeriesReader.ofAll(table, keys(move));
        requireAnything(move, reader);
        site.requireOwnLayout();
        mark.requireSame(move.from());
        cutover.requireSame(move.cutover());
        var carried = new CarriedCounts(table.client(), table.name(), table.attributes(), mark);
        // Before any raw view is moved: which counters stand in for some must not depend on how far an earlier run
        // came.
        var found = carried.find(reader, move);
        if (!move.dryRun()) {
            begin(move);
            carried.carry(found, reader);
        }
        try (var ledger = site.ledger()) {
            var report = new SeriesMove(move, reader, table.attributes(), table.items(), ledger).run(found);
            if (!move.dryRun()) {
                mark.ended();
            }
            return report;
        }
    }

    private void begin(MoveSettings move) {
        cutover.decide(move.cutover());
        table.meta().beginMove();
        mark.begin(move.from());
        site.upkeep().markRebuildPending();
    }

    private void requireElsewhere(MoveSettings move) {
        if (move.owner().equals(table.settings().siteId())) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + move.from()
                    + "', this site's own list of pages: give what is moved a <siteId> (pagetrack.siteId) of its own.");
        }
    }

    /** Where nothing is listed, there may be views of the function of part 2, which listed nothing. */
    private SeriesKeys keys(MoveSettings move) {
        var finder = new LayoutFinder(table.client(), table.name(), move.owner(), table.backoff());
        var layout = finder.find();
        if (layout == Layout.PAGETRACK && finder.isCounting()) {
            throw new TableException("table '" + table.name() + "' has no layout of the series under " + move.from()
                    + ": pagetrack counts there itself.");
        }
        var series = move.owner().isPresent() ? Layout.PRODUCTION : Layout.ARTICLE;
        return new SeriesKeys(layout == Layout.PAGETRACK ? series : layout, move.owner());
    }

    private void requireAnything(MoveSettings move, SeriesReader reader) {
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
