package dev.pagetrack.table;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of one site: what can be done with it, in the words of pagetrack. */
public final class PageTrackTable {

    /** How many transactions are in flight at once: the INDEX partition takes no more than some 5 of 100 a second. */
    private static final int LANES = 4;

    private final DynamoDbClient client;
    private final TableSettings settings;
    private final Attributes attributes;
    private final RollupQueries queries;
    private final Backoff backoff;

    public PageTrackTable(TableConnection connection, TableSettings settings) {
        this(connection, settings, new Backoff(new Random(), time -> Thread.sleep(time.toMillis())));
    }

    /** With a backoff of one's own, as a test that must not sleep wants it. */
    public PageTrackTable(TableConnection connection, TableSettings settings, Backoff backoff) {
        this.client = connection.client();
        this.settings = settings;
        this.attributes = new Attributes(settings.siteId());
        this.queries = new RollupQueries(client, settings);
        this.backoff = backoff;
    }

    /** The table's name. */
    public String name() {
        return settings.name();
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
        return new BatchWriter(client, settings.name(), backoff)
                .put(objects.entrySet().stream()
                        .map(object -> marker(object.getKey(), object.getValue()))
                        .toList());
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

    /** The totals of all pages whose page path begins with a prefix, by page path. */
    public SortedMap<String, PageTotal> totals(String prefix) {
        return queries.totals(prefix);
    }

    /** The days of all pages that were viewed in a month, by page path. */
    public SortedMap<String, DailyViews> month(YearMonth month) {
        return queries.month(month);
    }

    private Items items() {
        return new Items(client, settings.name(), backoff);
    }
}
