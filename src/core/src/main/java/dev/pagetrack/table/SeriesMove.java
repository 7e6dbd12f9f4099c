package dev.pagetrack.table;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.pagetrack.log.Sha256;
import dev.pagetrack.view.BrowserFamily;
import dev.pagetrack.view.View;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Moves views from one of the series' layouts to a site of ours: each raw view becomes one of ours, whose id is that of
 * the old item, so that it counts once however often this runs. The old items stay as they are.
 *
 * <p>An old raw view is a page and a second. Several requests of one second left one item, which cannot be told from the
 * records in the logs: so not the item decides which side counts a view, but its time alone.
 */
final class SeriesMove {

    /** As many as one ingestion writes together. */
    private static final int BATCH = 20_000;

    private final MoveSettings settings;
    private final SeriesReader reader;
    private final Attributes target;
    private final Items items;
    private final Ledger ledger;
    private final CarriedCounts carriedCounts;
    private final List<RollupChange> changes = new ArrayList<>();
    private long views;
    private long later;
    private long added;

    SeriesMove(
            MoveSettings settings,
            SeriesReader reader,
            Attributes target,
            Items items,
            Ledger ledger,
            CarriedCounts carried) {
        this.settings = settings;
        this.reader = reader;
        this.target = target;
        this.items = items;
        this.ledger = ledger;
        this.carriedCounts = carried;
    }

    /** Counters first: which of them stand in for raw views must not depend on how far an earlier run came. */
    MoveReport run() {
        var pages = reader.pages();
        var carried = carriedCounts.carry(reader, settings);
        for (var page : pages) {
            move(page, carried.getOrDefault(page.page(), Collections.emptySortedMap()));
        }
        long sum = carried.values().stream()
                .flatMap(months -> months.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new MoveReport(pages.size(), views, added, sum, later, changes);
    }

    private void move(SeriesPage page, SortedMap<YearMonth, Long> carried) {
        var gains = new MonthlyGains(page.page(), target, items);
        carried.forEach(gains::add);
        var batch = new ArrayList<View>();
        reader.views(
                page,
                item -> {
                    var view = view(page.page(), item);
                    if (view.second() >= settings.cutoverSecond()) {
                        later++;
                    } else {
                        batch.add(view);
                        if (batch.size() == BATCH) {
                            write(batch, gains);
                        }
                    }
                },
                Attributes.PARTITION_KEY,
                Attributes.SORT_KEY,
                Attributes.SERIES_AGENT);
        write(batch, gains);
        changes.addAll(gains.changes());
    }

    private void write(List<View> batch, MonthlyGains gains) {
        var keys = batch.stream().map(target::rawView).toList();
        var known = items.existing(keys);
        var fresh = batch.stream()
                .filter(view -> !known.contains(target.rawView(view)))
                .toList();
        fresh.stream().collect(groupingBy(View::month, counting())).forEach(gains::add);
        if (!settings.dryRun()) {
            ledger.write(fresh);
        }
        views += batch.size();
        added += fresh.size();
        batch.clear();
    }

    private static View view(String page, Map<String, AttributeValue> item) {
        var digest = Sha256.create();
        digest.update(item.get(Attributes.PARTITION_KEY).s().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Attributes.sortKey(item).getBytes(StandardCharsets.UTF_8));
        var agent = Attributes.text(item, Attributes.SERIES_AGENT).getBytes(StandardCharsets.UTF_8);
        return new View(
                page,
                Attributes.second(item).orElseThrow(),
                Sha256.decimal(digest),
                BrowserFamily.of(agent, 0, agent.length).label(),
                "",
                "");
    }
}
