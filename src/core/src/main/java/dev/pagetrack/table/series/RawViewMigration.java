package dev.pagetrack.table.series;

import static java.util.Collections.emptySortedMap;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.pagetrack.log.Sha256;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.rebuild.RollupChange;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.view.BrowserFamily;
import dev.pagetrack.view.View;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Migrates raw views from one of the series' layouts to a site in pagetrack's layout. The id of a new raw view is a
 * hash of the old item's key, so it counts once however often the migration runs. The old items stay as they are.
 *
 * <p>An old raw view consists of a page and a second. Several requests in one second left one item, which cannot be
 * matched with the records in the logs. So only its time decides whether a view is migrated or comes from the logs. An
 * item without a time is not migrated, but reported. Views that the owner took out of the new site are not migrated
 * again.
 */
final class RawViewMigration {

    /** How many views are written together: as many as in an ingestion. */
    private static final int BATCH = 20_000;

    /** How many pages are migrated at the same time: as many as the ledger has writers. */
    private static final int THREADS = 4;

    private final MigrationSettings settings;
    private final SeriesReader reader;
    private final OpenTable table;
    private final List<ForgetRule.Selection> forgotten;
    private final Attributes target;
    private final Items items;
    private final Ledger ledger;
    private final ConcurrentLinkedQueue<RollupChange> changes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> undated = new ConcurrentLinkedQueue<>();
    private final LongAdder views = new LongAdder();
    private final LongAdder later = new LongAdder();
    private final LongAdder added = new LongAdder();

    /** @param forgotten the views that the owner took out of the new site */
    RawViewMigration(
            MigrationSettings settings,
            SeriesReader reader,
            OpenTable table,
            Ledger ledger,
            List<ForgetRule> forgotten) {
        this.settings = settings;
        this.forgotten = forgotten.stream().map(ForgetRule::selection).toList();
        this.reader = reader;
        this.table = table;
        this.target = table.attributes();
        this.items = table.items();
        this.ledger = ledger;
    }

    /**
     * Migrates the raw views.
     *
     * @param carried the views that only counters know, by page path and day; they are added to the report
     */
    MigrationReport run(Map<String, SortedMap<LocalDate, Long>> carried) {
        OpenTable.inParallel(
                THREADS, reader.pages(), page -> migrate(page, carried.getOrDefault(page.page(), emptySortedMap())));
        long sum = carried.values().stream()
                .flatMap(days -> days.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new MigrationReport(
                reader.pages().size(),
                views.sum(),
                added.sum(),
                sum,
                later.sum(),
                undated.stream().sorted().toList(),
                changes.stream().sorted(RollupChange.ORDER).toList());
    }

    private void migrate(SeriesPage page, SortedMap<LocalDate, Long> carried) {
        var gains = new MonthlyGains(page.page(), table);
        carried.forEach((day, views) -> gains.add(YearMonth.from(day), views));
        var batch = new ArrayList<View>();
        reader.views(
                page,
                item -> {
                    var second = Attributes.second(item);
                    if (isBeforeCutover(item, second)) {
                        var view = view(page.page(), second.getAsLong(), item);
                        if (forgotten.stream().noneMatch(selection -> selection.contains(view))) {
                            batch.add(view);
                        }
                    }
                    if (batch.size() == BATCH) {
                        write(batch, gains);
                    }
                },
                Attributes.PARTITION_KEY,
                Attributes.SORT_KEY,
                Attributes.SERIES_AGENT);
        write(batch, gains);
        changes.addAll(gains.changes());
    }

    private boolean isBeforeCutover(Map<String, AttributeValue> item, OptionalLong second) {
        if (second.isEmpty()) {
            undated.add(Attributes.partition(item) + " | " + Attributes.sortKey(item));
        } else if (second.getAsLong() >= settings.cutoverSecond()) {
            later.increment();
        }
        return second.isPresent() && second.getAsLong() < settings.cutoverSecond();
    }

    private void write(List<View> batch, MonthlyGains gains) {
        var keys = batch.stream().map(target::rawView).toList();
        var known = items.existing(keys);
        var newViews = batch.stream()
                .filter(view -> !known.contains(target.rawView(view)))
                .toList();
        newViews.stream().collect(groupingBy(View::month, counting())).forEach(gains::add);
        if (!settings.dryRun()) {
            ledger.write(newViews);
        }
        views.add(batch.size());
        added.add(newViews.size());
        batch.clear();
    }

    private static View view(String page, long second, Map<String, AttributeValue> item) {
        var digest = Sha256.create();
        digest.update(Attributes.partition(item).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Attributes.sortKey(item).getBytes(StandardCharsets.UTF_8));
        var agent = Attributes.text(item, Attributes.SERIES_AGENT).getBytes(StandardCharsets.UTF_8);
        return new View(
                page,
                second,
                Sha256.decimal(digest),
                BrowserFamily.of(agent, 0, agent.length).label(),
                "",
                "");
    }
}
