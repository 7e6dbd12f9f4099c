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
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.site.SiteCutover;
import dev.pagetrack.table.site.SiteLayout;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;

/**
 * The table of one site, in the words of pagetrack: its figures, and the ledger that new views are written into.
 * {@link #markers} knows the log objects that are done, {@link #upkeep} what is done to all items at once.
 */
public final class PageTrackTable {

    private final OpenTable table;
    private final SiteLayout layout;
    private final LogMarkers markers;
    private final TableMaintenance upkeep;
    private final Queries queries;
    private Figures figures;

    public PageTrackTable(TableConnection connection, TableSettings settings) {
        this(connection, settings, new Backoff(new Random(), time -> Thread.sleep(time.toMillis())));
    }

    /** With a backoff of one's own, as a test that must not sleep wants it. */
    public PageTrackTable(TableConnection connection, TableSettings settings, Backoff backoff) {
        this.table = new OpenTable(connection.client(), settings, backoff);
        this.layout = new SiteLayout(table);
        this.queries = table.queries();
        this.markers = new LogMarkers(table);
        this.upkeep = new TableMaintenance(this, table, layout);
    }

    /** The table's name. */
    public String name() {
        return table.name();
    }

    /** Which table this is, and whose items in it. */
    public TableSettings settings() {
        return table.settings();
    }

    /** The log objects that were ingested to their end. */
    public LogMarkers markers() {
        return markers;
    }

    /** What is done to all items of the site at once. */
    public TableMaintenance upkeep() {
        return upkeep;
    }

    /**
     * Creates the table if it is not there.
     *
     * @return whether it was created
     */
    public boolean createIfMissing() {
        return new TableCreation(table).run();
    }

    /** How the site's items lie in the table; found out by a handful of reads, once. */
    public Layout layout() {
        return layout.layout();
    }

    /**
     * Makes sure that only pagetrack writes into this site's partitions; looks once.
     *
     * @throws TableException if they have one of the series' layouts, or views of it among ours
     */
    public void requireOwnLayout() {
        layout.requireOwnLayout();
    }

    /**
     * Agrees with the runs before on what must not differ from one to the next.
     *
     * @throws TableException if the table's pages are named by another version of pagetrack, or its raw views kept for
     *     another time
     */
    public SiteAgreement agree(SiteAgreement.Wanted wanted) {
        return new Meta(table).agree(wanted);
    }

    /**
     * Decides from which UTC day on views of this site come from logs. To be called before anything is counted.
     *
     * @throws TableException if another day was decided, or this site counts without one
     */
    public void decideCutover(LocalDate day) {
        new SiteCutover(table).decide(day);
    }

    /** The UTC day from which on views of this site come from logs, if one was decided. */
    public Optional<LocalDate> cutover() {
        return new SiteCutover(table).stored();
    }

    /**
     * Goes up with every rebuild that changes something: a month that was read before may be another one since. Empty if
     * that may not be asked.
     */
    public OptionalLong rebuilds() {
        return AccessDenied.orElse(() -> OptionalLong.of(new Meta(table).rebuilds()), OptionalLong.empty());
    }

    /** The ledger of this site's views, kept for ever. Close it. */
    public Ledger ledger() {
        return ledger(Optional.empty());
    }

    /**
     * The ledger of this site's views. Close it.
     *
     * @param retention how long their raw views are kept, if not for ever
     */
    public Ledger ledger(Optional<Retention> retention) {
        return Ledger.counting(table, layout, retention);
    }

    /**
     * A ledger that only keeps the raw views, at half the price. Until {@link TableMaintenance#rebuild} has run, the rollups lack
     * them: call {@link TableMaintenance#markRebuildPending} before the first and after the last.
     */
    public Ledger bulkLedger(Optional<Retention> retention) {
        return Ledger.bulk(table, layout, retention);
    }

    /** What the queries for figures took so far; reads of single pages are not among them. */
    public ReadCost queryCost() {
        return queries.cost();
    }

    /** The totals of all pages whose page path begins with a prefix, by page path. */
    public SortedMap<String, PageTotal> totals(String prefix) {
        return figures().totals(prefix);
    }

    /**
     * Shows the totals of all pages whose page path begins with a prefix, in the table's order (of their UTF-8 bytes),
     * holding none of them.
     *
     * @param after begins behind this page path; empty for the first
     * @return the read units this took
     */
    public double totals(String prefix, String after, TotalVisitor visitor) {
        return figures().totals(prefix, after, visitor);
    }

    /** The totals of some pages, by page path; one that was never viewed is left out. */
    public SortedMap<String, PageTotal> totals(Collection<String> pages) {
        return figures().totals(pages);
    }

    /** The days of some pages together, by month, in single reads; a month without a view is left out. */
    public SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        return figures().months(pages, months);
    }

    /** The days of all pages that were viewed in a month, by page path. */
    public SortedMap<String, DailyViews> month(YearMonth month) {
        return figures().month(month);
    }

    /**
     * The views of all pages in a month by the host they came from, by page path. A page names some twenty hosts a month;
     * views from others, and from what is no host, are under {@code other}.
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

    /** The keys of items that stand among the raw views of the series and are none, as far as {@link #totals(String)} saw. */
    List<String> leftOut() {
        return figures().leftOut();
    }
}
