package dev.pagetrack.table;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of one site: what can be done with it, in the words of pagetrack. */
public final class PageTrackTable {

    /** How many transactions are in flight at once: the INDEX partition takes no more than some 5 of 100 a second. */
    private static final int LANES = 4;

    private static final String NOT_TOGETHER =
            "the same view would count twice, for an item of one second cannot be told from a log record of that second."
                    + " Give pagetrack a <siteId> (pagetrack.siteId) of its own, and a <cutover> (pagetrack.cutover) from"
                    + " which it counts; pagetrack:rebuild moves the views before. pagetrack:doctor says more.";

    private final DynamoDbClient client;
    private final TableSettings settings;
    private final Attributes attributes;
    private final Backoff backoff;
    private final ReadMeter meter = new ReadMeter();
    private final Set<String> sources = ConcurrentHashMap.newKeySet();
    private Layout layout;
    private boolean own;
    private Figures figures;

    public PageTrackTable(TableConnection connection, TableSettings settings) {
        this(connection, settings, new Backoff(new Random(), time -> Thread.sleep(time.toMillis())));
    }

    /** With a backoff of one's own, as a test that must not sleep wants it. */
    public PageTrackTable(TableConnection connection, TableSettings settings, Backoff backoff) {
        this.client = connection.client();
        this.settings = settings;
        this.attributes = new Attributes(settings.siteId());
        this.backoff = backoff;
    }

    /** The table's name. */
    public String name() {
        return settings.name();
    }

    /** Which table this is, and whose items in it. */
    public TableSettings settings() {
        return settings;
    }

    /** What the queries for figures took so far; reads of single pages are not among them. */
    public ReadCost queryCost() {
        return meter.cost();
    }

    /**
     * Creates the table if it is not there.
     *
     * @return whether it was created
     */
    public boolean createIfMissing() {
        return new TableCreation(client, settings.name(), backoff).run();
    }

    /**
     * Agrees with the runs before on what must not differ from one to the next.
     *
     * @throws TableException if the table's pages are named by another version of pagetrack, or its raw views kept for
     *     another time
     */
    public SiteTerms agree(SiteTerms.Wanted wanted) {
        return new Meta(client, settings, backoff).agree(wanted);
    }

    /**
     * Has raw views kept for another time, those of the past included. It may be interrupted and called again.
     *
     * @param retention empty to keep them for ever; what has expired stays gone, and is not counted again
     */
    public StampReport retain(Optional<Retention> retention, Clock clock) {
        requireOwnLayout();
        new Meta(client, settings, backoff).retain(retention, clock);
        return new Stamping(client, settings, backoff, retention).run();
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
        var items = items();
        var writer = new LedgerWriter(client, settings, new RawViews(attributes, retention));
        return new Ledger(Stream.generate(
                        () -> new LedgerLane(writer, new Rollups(items, attributes), items, attributes, backoff))
                .limit(LANES)
                .toList());
    }

    /**
     * A ledger that only keeps the raw views, at half the price. Until {@link #rebuild} has run, the rollups lack them: call
     * {@link #markRebuildPending} before the first and after the last.
     */
    public Ledger bulkLedger(Optional<Retention> retention) {
        var rawViews = new RawViews(attributes, retention);
        return new Ledger(Stream.generate(
                        () -> new BulkLane(this, rawViews, new BatchWriter(client, settings.name(), backoff)))
                .limit(LANES)
                .toList());
    }

    /** Names a source of log objects where {@link #exportTo} finds it, once. */
    private void noteSource(String source) {
        if (sources.add(source)) {
            Failures.explained(
                    settings.name(),
                    () -> client.putItem(put -> put.tableName(settings.name()).item(attributes.source(source))));
        }
    }

    /** Those of some log objects that were ingested to their end before. */
    public Set<LogObjectId> ingested(Collection<LogObjectId> objects) {
        var keys = objects.stream().distinct().collect(Collectors.toMap(attributes::object, Function.identity()));
        return items().existing(keys.keySet()).stream().map(keys::get).collect(Collectors.toSet());
    }

    /**
     * Notes that log objects were ingested to their end.
     *
     * @return the write units that it costs
     */
    public long markIngested(Map<LogObjectId, ObjectSummary> objects) {
        objects.keySet().forEach(id -> noteSource(id.source()));
        return new BatchWriter(client, settings.name(), backoff)
                .put(objects.entrySet().stream()
                        .map(object -> marker(object.getKey(), object.getValue()))
                        .toList());
    }

    /**
     * Notes that a log object was ingested to its end, and needs no right but to put an item: who may write by the batch may
     * delete by the batch.
     *
     * @return the write units that it costs
     */
    public long markIngested(LogObjectId id, ObjectSummary summary) {
        noteSource(id.source());
        var item = marker(id, summary);
        Failures.explained(
                settings.name(),
                () -> client.putItem(put -> put.tableName(settings.name()).item(item)));
        return ItemSize.units(ItemSize.of(item));
    }

    private Map<String, AttributeValue> marker(LogObjectId id, ObjectSummary summary) {
        var item = new HashMap<>(attributes.object(id));
        item.put(Attributes.NAME, Attributes.text(summary.name()));
        item.put(Attributes.FORMAT, Attributes.text(summary.format()));
        item.put(Attributes.LINES, Attributes.number(summary.lines()));
        item.put(Attributes.COUNTED, Attributes.number(summary.counted()));
        item.put(Attributes.REJECTED, byReason(summary.rejected()));
        item.put(Attributes.EXAMPLES, byReason(summary.examples()));
        return item;
    }

    private static AttributeValue byReason(Map<Rejection, Long> numbers) {
        return AttributeValue.fromM(numbers.entrySet().stream()
                .collect(Collectors.toMap(
                        reason -> reason.getKey().label(), reason -> Attributes.number(reason.getValue()))));
    }

    /**
     * Notes that raw views are written which the rollups do not count yet: to be called before the first and after the
     * last of them. It stays noted until a {@link #rebuild} that began after that comes to its end.
     */
    public void markRebuildPending() {
        pendingFlag().raise();
    }

    private PendingFlag pendingFlag() {
        return new PendingFlag(client, settings.name(), attributes, items());
    }

    /**
     * Lists pages in {@code INDEX}, where {@link #rebuild} finds them; those that stand there stay as they are. To be
     * called before raw views are written that the rollups do not count yet.
     */
    public void listPages(Collection<String> pages) {
        Failures.explained(settings.name(), () -> {
            pages.forEach(page -> client.updateItem(
                    update -> update.tableName(settings.name()).key(attributes.index(page))));
            return pages;
        });
    }

    /** Whether figures may lack views until {@link #rebuild}, or a {@link #move} that was broken off, has run to its end. */
    public boolean isRebuildPending() {
        return pendingFlag().read() > 0 || moveUnderWay().isPresent();
    }

    /** From where views are being moved to this site, or were when that was broken off. */
    Optional<String> moveUnderWay() {
        return new MoveMark(client, settings.name(), attributes, items()).underWay();
    }

    /**
     * Goes up with every rebuild that changes something: a month that was read before may be another one since. Empty if
     * that may not be asked.
     */
    public OptionalLong rebuilds() {
        return asFarAsPermitted(() -> OptionalLong.of(meta().rebuilds()), OptionalLong.empty());
    }

    /**
     * Makes the rollups of all pages in {@code INDEX} say what the raw views say. Ingestion may go on meanwhile. Stopped
     * at any point, it leaves rollups that are right and some that are not yet, and running it again sets the rest.
     *
     * @throws TableException if the table cannot be used, or a page is counted so often that no moment is left to set it
     */
    public RebuildReport rebuild(RebuildSettings rebuild) {
        requireOwnLayout();
        return new Rebuild(client, settings, backoff, rebuild).run();
    }

    /**
     * Moves views from one of the series' layouts in this table to this site. The old items stay as they are; views that
     * were moved before are known again. What counters know beyond raw views counts once {@link #rebuild} has run.
     *
     * @throws TableException if the table cannot be used, or views could be counted twice
     */
    public MoveReport move(MoveSettings move) {
        return new SeriesMoving(this, client, backoff).run(move);
    }

    /**
     * Writes all items of the site into a file, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public BackupReport exportTo(Path file) throws IOException {
        requireOwnLayout();
        return new SiteExport(attributes, new Queries(client, settings.name(), backoff), items(), backoff).write(file);
    }

    /**
     * Brings the site back from a file that {@link #exportTo} wrote, under this site id, which must have no items. Stopped
     * at any point, it leaves a site that nobody reads or counts into until the same file was imported to its end.
     *
     * @throws IllegalArgumentException if the file is not whole, or the site has items; then nothing is written
     * @throws IOException if the file cannot be read
     */
    public BackupReport importFrom(Path file) throws IOException {
        var writer = new BatchWriter(client, settings.name(), backoff);
        return new SiteImport(client, settings, new Queries(client, settings.name(), backoff), writer).read(file);
    }

    /** Examines the table: what it is, what is wrong with it, and what to do. Reads all figures once. */
    public List<Finding> examine() {
        return new TableDoctor(this, new TableSetup(client, settings.name()), finder()).examine();
    }

    /** How the site's items lie in the table; found out by a handful of reads, once. */
    public synchronized Layout layout() {
        if (layout == null) {
            layout = settings.layout().orElseGet(() -> asFarAsPermitted(finder()::find, Layout.PAGETRACK));
        }
        return layout;
    }

    /**
     * Decides from which UTC day on views of this site come from logs. To be called before anything is counted.
     *
     * @throws TableException if another day was decided, or this site counts without one
     */
    public void decideCutover(LocalDate day) {
        siteCutover().decide(day);
    }

    /** The day that was decided; views before it must not be counted from logs. */
    public Optional<LocalDate> cutover() {
        return siteCutover().stored();
    }

    /** How long raw views are kept, if not for ever. */
    Optional<Retention> retention() {
        return meta().terms().retention();
    }

    /** The first UTC day whose raw views are all there, if older ones may have expired. */
    public Optional<LocalDate> firstWholeDay(Clock clock) {
        return meta().terms().firstWholeDay(clock);
    }

    private Meta meta() {
        return new Meta(client, settings, backoff);
    }

    private SiteCutover siteCutover() {
        return new SiteCutover(client, settings.name(), attributes, items());
    }

    /**
     * Makes sure that only pagetrack writes into this site's partitions; looks once.
     *
     * @throws TableException if they have one of the series' layouts, or views of it among ours
     */
    public synchronized void requireOwnLayout() {
        if (own) {
            return;
        }
        var found = layout();
        if (found != Layout.PAGETRACK) {
            throw new TableException(where() + " has the " + found.label()
                    + " layout of the blog series, which pagetrack reads but does not write: "
                    + NOT_TOGETHER);
        }
        asFarAsPermitted(finder()::pageOfTheSeries, Optional.<String>empty()).ifPresent(page -> {
            throw new TableException(where() + " holds views of " + page
                    + " that the function of the blog series wrote among those of pagetrack: " + NOT_TOGETHER);
        });
        own = true;
    }

    private LayoutFinder finder() {
        return new LayoutFinder(client, settings, backoff);
    }

    /** A function that may do no more than our own layout takes cannot look for another, and need not. */
    private static <T> T asFarAsPermitted(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (TableException e) {
            if (Refusal.of(e).isEmpty()) {
                throw e;
            }
            return otherwise;
        }
    }

    private String where() {
        return "table '" + settings.name() + "'"
                + settings.siteId().map(id -> ", site '" + id + "',").orElse("");
    }

    private synchronized Figures figures() {
        if (figures == null) {
            figures = layout() == Layout.PAGETRACK
                    ? new RollupFigures(
                            new RollupQueries(new Queries(client, settings.name(), backoff, meter), attributes),
                            new PageReads(items(), attributes))
                    : new SeriesFigures(this::seriesReader);
        }
        return figures;
    }

    private SeriesReader seriesReader() {
        var keys = new SeriesKeys(layout(), settings.siteId());
        return SeriesReader.ofListed(client, settings.name(), backoff, keys, meter);
    }

    /** The keys of items that stand among the raw views of the series and are none, as far as {@link #totals(String)} saw. */
    List<String> leftOut() {
        return figures().leftOut();
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

    private Items items() {
        return new Items(client, settings.name(), backoff);
    }
}
