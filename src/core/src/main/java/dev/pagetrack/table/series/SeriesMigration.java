package dev.pagetrack.table.series;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.site.LayoutFinder;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.MigrationState;
import dev.pagetrack.table.site.RebuildNotes;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.table.site.SiteCutover;
import dev.pagetrack.table.site.SiteLayout;
import dev.pagetrack.table.site.WriterNote;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Migrates a table of the series to a site in pagetrack's layout. The migration can be interrupted at any point: it
 * checks everything that could be refused before it writes, and from the first write to the last the site is marked as
 * incomplete.
 */
public final class SeriesMigration {

    private final OpenTable table;
    private final SiteLayout layout;
    private final RebuildNotes notes;
    private final MigrationState state;
    private final SiteCutover cutover;

    public SeriesMigration(OpenTable table, SiteLayout layout, RebuildNotes notes) {
        this.table = table;
        this.layout = layout;
        this.notes = notes;
        this.state = new MigrationState(table);
        this.cutover = new SiteCutover(table);
    }

    public MigrationReport run(MigrationSettings settings) {
        requireOtherSite(settings);
        var reader = SeriesReader.ofAll(table, keys(settings));
        requireViews(settings, reader);
        layout.requireOwnLayout();
        state.requireSame(settings.from());
        cutover.requireSame(settings.cutover());
        var carryOver = new CounterCarryOver(table, state);
        // Before any raw view is migrated: which counters replace expired raw views must not depend on how far an
        // earlier run came.
        var found = carryOver.find(reader, settings);
        if (settings.dryRun()) {
            return migrateRawViews(settings, reader, found);
        }
        var note = begin(settings);
        carryOver.copy(found, reader, note);
        // What follows is counted at once.
        note.end();
        var report = migrateRawViews(settings, reader, found);
        state.markEnded();
        return report;
    }

    private MigrationReport migrateRawViews(
            MigrationSettings settings, SeriesReader reader, Map<String, SortedMap<LocalDate, Long>> found) {
        var terms = new RunningTerms(table, new Meta(table).agreement(), table.clock());
        try (var ledger = Ledger.counting(table, layout, Optional.empty(), terms::checkIfDue)) {
            return new RawViewMigration(settings, reader, table, ledger, terms.forgotten()).run(found);
        }
    }

    private WriterNote begin(MigrationSettings settings) {
        cutover.decide(settings.cutover());
        new Meta(table).beginMove();
        state.begin(settings.from());
        return notes.beginMove();
    }

    private void requireOtherSite(MigrationSettings settings) {
        if (settings.owner().equals(table.settings().siteId())) {
            throw new WrongSettingException("<moveFrom> (pagetrack.moveFrom) is '" + settings.from()
                    + "', this site's own list of pages: move the views to another <siteId> (pagetrack.siteId).");
        }
    }

    /** If no pages are listed, there may be views of the function of part 2 of the series, which wrote no list. */
    private SeriesKeys keys(MigrationSettings settings) {
        var finder = new LayoutFinder(table, settings.owner());
        var layout = finder.find();
        if (layout == Layout.PAGETRACK && finder.isCounting()) {
            throw new TableException("table '" + table.name() + "' has no layout of the blog series under "
                    + settings.from() + ": pagetrack itself counts there.");
        }
        var series = settings.owner().isPresent() ? Layout.PRODUCTION : Layout.ARTICLE;
        return new SeriesKeys(layout == Layout.PAGETRACK ? series : layout, settings.owner());
    }

    private void requireViews(MigrationSettings settings, SeriesReader reader) {
        if (reader.pages().isEmpty()) {
            throw new TableException("table '" + table.name() + "' has no views of the blog series under "
                    + settings.from()
                    + Optional.of(settings.from())
                            .filter("INDEX"::equals)
                            .map(index ->
                                    ": if its keys begin with an owner, <moveFrom> (pagetrack.moveFrom) is one like"
                                            + " Richard#INDEX.")
                            .orElse(": check the spelling of the owner. If its keys do not begin with an owner,"
                                    + " <moveFrom> (pagetrack.moveFrom) is INDEX."));
        }
    }
}
