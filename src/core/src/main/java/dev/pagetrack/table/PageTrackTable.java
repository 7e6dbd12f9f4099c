package dev.pagetrack.table;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import dev.pagetrack.table.figures.Figures;
import dev.pagetrack.table.figures.RollupFigures;
import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.item.ReadCost;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.ledger.LogMarkers;
import dev.pagetrack.table.series.SeriesFigures;
import dev.pagetrack.table.series.SeriesKeys;
import dev.pagetrack.table.series.SeriesReader;
import dev.pagetrack.table.site.LayoutFinder;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.site.SiteCutover;
import dev.pagetrack.table.site.SiteLayout;
import dev.pagetrack.table.site.WriterNote;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of one site: its figures, and the ledger into which new views are written. {@link #markers} gives access to
 * the log objects that were ingested, {@link #maintenance} to the operations on all items of the site.
 */
public final class PageTrackTable {

    private final OpenTable table;
    private final SiteLayout layout;
    private final LogMarkers markers;
    private final TableMaintenance maintenance;
    private final Queries queries;
    private @Nullable Figures figures;

    public PageTrackTable(TableConnection connection, TableSettings settings) {
        this(connection, settings, new Backoff(new Random(), time -> Thread.sleep(time.toMillis())));
    }

    /** Uses the given backoff: a test must not sleep. */
    public PageTrackTable(TableConnection connection, TableSettings settings, Backoff backoff) {
        this(connection, settings, backoff, Clock.systemUTC());
    }

    /** Uses the given backoff and clock. */
    public PageTrackTable(TableConnection connection, TableSettings settings, Backoff backoff, Clock clock) {
        this.table = new OpenTable(connection.client(), settings, backoff, clock);
        this.layout = new SiteLayout(table);
        this.queries = table.queries();
        this.markers = new LogMarkers(table);
        this.maintenance = new TableMaintenance(table, layout);
    }

    /** The table's name. */
    public String name() {
        return table.name();
    }

    /** Which table this is, and which site's items it reads and writes. */
    public TableSettings settings() {
        return table.settings();
    }

    /** The log objects that were ingested completely. */
    public LogMarkers markers() {
        return markers;
    }

    /** The operations on all items of the site. */
    public TableMaintenance maintenance() {
        return maintenance;
    }

    /**
     * Creates the table if it does not exist.
     *
     * @return whether it was created
     */
    public boolean createIfMissing() {
        return new TableCreation(table).run();
    }

    /** The layout of the site's items. The first call finds it out with a few reads. */
    public Layout layout() {
        return layout.layout();
    }

    /**
     * Makes sure that only pagetrack writes into this site's partitions. Once it has succeeded, it reads nothing more.
     *
     * @throws TableException if the items have one of the series' layouts, or if the series' function wrote views among
     *     those of pagetrack
     */
    public void requirePagetrackLayout() {
        layout.requireOwnLayout();
    }

    /**
     * Compares the settings that all runs must share with those of earlier runs, and stores them.
     *
     * @throws TableException if another version of pagetrack named the table's pages, or if the raw views are kept for
     *     another time
     */
    public SiteAgreement agree(SiteAgreement.Wanted wanted) {
        return new Meta(table).agree(wanted);
    }

    /**
     * The terms of a run, which it checks again while it writes.
     *
     * @param agreement what the run has just {@linkplain #agree agreed} on
     * @param clock decides which views are too old
     */
    public RunningTerms terms(SiteAgreement agreement, Clock clock) {
        return new RunningTerms(table, agreement, clock);
    }

    /**
     * Sets the UTC day from which on views of this site come from logs. Call it before anything is counted.
     *
     * @throws TableException if another day was set before, or if this site already counts without a cut-over
     */
    public void decideCutover(LocalDate day) {
        new SiteCutover(table).decide(day);
    }

    /** The UTC day from which on views of this site come from logs, if one was set. */
    public Optional<LocalDate> cutover() {
        return new SiteCutover(table).stored();
    }

    /**
     * How many rebuilds changed something. When the number goes up, a month that was read before may have other figures
     * now. Empty if the credentials do not permit this read.
     */
    public OptionalLong rebuilds() {
        return AccessDenied.orElse(() -> OptionalLong.of(new Meta(table).rebuilds()), OptionalLong.empty());
    }

    /** Says why some pages seem to have no views, if another version of pagetrack named the table's pages. */
    public Optional<String> namingProblem() {
        return layout() == Layout.PAGETRACK
                ? AccessDenied.orElse(() -> new Meta(table).namingProblem(), Optional.empty())
                : Optional.empty();
    }

    /** The ledger of this site's views. Raw views are kept for ever. The caller closes it. */
    public Ledger ledger() {
        return ledger(Optional.empty());
    }

    /**
     * The ledger of this site's views. The caller closes it.
     *
     * @param retention how long raw views are kept; empty to keep them for ever
     */
    public Ledger ledger(Optional<Retention> retention) {
        return Ledger.counting(table, layout, retention, () -> {});
    }

    /** The ledger of this site's views for a run with these terms. The caller closes it. */
    public Ledger ledger(RunningTerms terms) {
        return Ledger.counting(table, layout, terms.agreement().retention(), terms::checkIfDue);
    }

    /**
     * A ledger that writes raw views only, at half the price. The rollups do not count these views until {@link
     * TableMaintenance#rebuild} has run.
     *
     * @param note says so in the table: begin it before this ledger, and end it after the last view
     */
    public Ledger bulkLedger(RunningTerms terms, WriterNote note) {
        return Ledger.bulk(table, layout, terms.agreement().retention(), note, terms::checkIfDue);
    }

    /** The cost of all queries for figures so far, without the reads of single items. */
    public ReadCost queryCost() {
        return queries.cost();
    }

    /** The totals of all pages whose page path begins with a prefix, by page path. */
    public SortedMap<String, PageTotal> totals(String prefix) {
        return figures().totals(prefix);
    }

    /**
     * Passes the totals of all pages whose page path begins with a prefix to a visitor, in the table's order (by UTF-8
     * bytes). It does not collect them.
     *
     * @param after the first page comes after this page path; empty to begin with the first page of all
     * @return the read units that this consumed
     */
    public double totals(String prefix, String after, TotalVisitor visitor) {
        return figures().totals(prefix, after, visitor);
    }

    /** The totals of some pages, by page path, without pages that were never viewed. */
    public SortedMap<String, PageTotal> totals(Collection<String> pages) {
        return figures().totals(pages);
    }

    /** The daily views of some pages together, by month, without months that have no view. It reads single items. */
    public SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        return figures().months(pages, months);
    }

    /** The daily views of all pages that were viewed in a month, by page path. */
    public SortedMap<String, DailyViews> month(YearMonth month) {
        return figures().month(month);
    }

    /**
     * The views of all pages in a month by referrer host, by page path. A page has about twenty hosts a month; views
     * from other hosts, and from referrers that are not hosts, are counted as {@code other}.
     */
    public SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        return figures().referrers(month);
    }

    private synchronized Figures figures() {
        if (figures == null) {
            figures = layout() == Layout.PAGETRACK
                    ? new RollupFigures(table, queries)
                    : new SeriesFigures(() -> SeriesReader.ofListed(
                            table,
                            queries,
                            new SeriesKeys(layout(), table.settings().siteId())));
        }
        return figures;
    }

    /**
     * The keys of items among the series' raw views that are not counted, because their sort keys are not epoch
     * seconds. Only items that {@link #totals(String)} has read are known.
     */
    List<String> leftOut() {
        return figures().leftOut();
    }

    /** The open table, for who examines it. */
    OpenTable open() {
        return table;
    }

    /** Finds the layout without the assumptions of {@link #layout}. */
    LayoutFinder layoutFinder() {
        return layout.finder();
    }
}
