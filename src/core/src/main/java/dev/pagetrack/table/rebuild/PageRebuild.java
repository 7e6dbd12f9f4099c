package dev.pagetrack.table.rebuild;

import static java.util.stream.Collectors.toMap;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.Months;
import dev.pagetrack.table.ledger.MonthGain;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rebuilds the rollups of one page: first its months from the raw views, then its total from the months. */
final class PageRebuild {

    private final String page;
    private final RebuildContext context;
    private final TreeSet<YearMonth> months = new TreeSet<>();
    private final Map<YearMonth, MonthGain> gains = new HashMap<>();
    private final List<RollupChange> changes = new ArrayList<>();
    private final Attributes attributes;
    private final Items items;
    private long views;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    PageRebuild(String page, RebuildContext context) {
        this.page = page;
        this.context = context;
        this.attributes = context.table().attributes();
        this.items = context.table().items();
    }

    /**
     * Rebuilds the page. It reads the rollups before the raw views: a view that is counted in between changes its
     * rollup, and the condition on the write then fails.
     */
    RebuildReport run() {
        addMonthsOf(read(attributes.index(page)));
        context.rawViews().span(page).ifPresent(span -> addMonths(span.first(), span.last()));
        var rollups = read(months);
        context.rawViews().read(page, view -> {
            gains.computeIfAbsent(view.month(), any -> new MonthGain()).add(view);
            first = Math.min(first, view.second());
            last = Math.max(last, view.second());
            views++;
        });
        rollups.forEach((month, item) -> rebuildMonth(month, item, gains.getOrDefault(month, new MonthGain())));
        // Months of views that came in the meantime. They are new, so whoever wrote the views also counted them.
        months.addAll(gains.keySet());
        rebuildTotal();
        return new RebuildReport(1, views, changes);
    }

    private void rebuildMonth(YearMonth month, Map<String, AttributeValue> read, MonthGain counted) {
        retry(attempt -> attempt == 1
                ? isSet(month, read, counted)
                : isSet(month, read(attributes.month(month, page)), count(month)));
    }

    /** Sets a month; returns false if it has changed since it was read. */
    private boolean isSet(YearMonth month, Map<String, AttributeValue> item, MonthGain gain) {
        var target = new MonthTarget(month, item, gain, context.settings());
        if (target.isReached()) {
            return true;
        }
        boolean set = context.setter().set(attributes.month(month, page), item, target.update());
        if (set) {
            reportChange(Optional.of(month), item, target.views());
        }
        return set;
    }

    private MonthGain count(YearMonth month) {
        var gain = new MonthGain();
        context.rawViews().read(page, month, gain::add);
        return gain;
    }

    private void rebuildTotal() {
        retry(attempt -> isTotalSet());
    }

    /** Sets the total; returns false if it has changed since it was read. */
    private boolean isTotalSet() {
        var key = attributes.index(page);
        var item = read(key);
        addMonthsOf(item);
        long total = read(months).values().stream()
                        .mapToLong(month -> Attributes.number(month, Attributes.VIEWS))
                        .sum()
                + unwrittenChanges();
        if (isRight(item, total)) {
            return true;
        }
        boolean set = context.setter().set(key, item, update(item, total));
        if (set) {
            reportChange(Optional.empty(), item, total);
        }
        return set;
    }

    /** The sum of the changes that a dry run has not written to the months. */
    private long unwrittenChanges() {
        return context.settings().dryRun()
                ? changes.stream()
                        .mapToLong(change -> change.after() - change.before())
                        .sum()
                : 0;
    }

    private boolean isRight(Map<String, AttributeValue> item, long total) {
        return Attributes.number(item, Attributes.VIEWS) == total && !widensFirst(item) && !widensLast(item);
    }

    private Expression update(Map<String, AttributeValue> item, long total) {
        var update = new Expression();
        update.set(Attributes.VIEWS, total);
        if (widensFirst(item)) {
            update.set(Attributes.FIRST, first);
        }
        if (widensLast(item)) {
            update.set(Attributes.LAST, last);
        }
        return update;
    }

    /** First and last are only widened, never narrowed: the raw views of the first months may have expired. */
    private boolean widensFirst(Map<String, AttributeValue> item) {
        return first < Attributes.number(item, Attributes.FIRST, Long.MAX_VALUE);
    }

    private boolean widensLast(Map<String, AttributeValue> item) {
        return last > Attributes.number(item, Attributes.LAST, Long.MIN_VALUE);
    }

    private void reportChange(Optional<YearMonth> month, Map<String, AttributeValue> item, long after) {
        changes.add(new RollupChange(page, month, Attributes.number(item, Attributes.VIEWS), after));
    }

    private void addMonthsOf(Map<String, AttributeValue> index) {
        if (index.containsKey(Attributes.FIRST) && index.containsKey(Attributes.LAST)) {
            addMonths(Attributes.number(index, Attributes.FIRST), Attributes.number(index, Attributes.LAST));
        }
    }

    private void addMonths(long from, long to) {
        months.addAll(Months.between(from, to));
    }

    private Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
        return items.get(List.of(key), true).getOrDefault(key, Map.of());
    }

    /** The items of months, as they are now; empty maps for items that do not exist. */
    private Map<YearMonth, Map<String, AttributeValue>> read(Set<YearMonth> months) {
        var keys = months.stream().collect(toMap(Function.identity(), month -> attributes.month(month, page)));
        var found = items.get(keys.values(), true);
        var read = new TreeMap<YearMonth, Map<String, AttributeValue>>();
        keys.forEach((month, key) -> read.put(month, found.getOrDefault(key, Map.of())));
        return read;
    }

    private void retry(Backoff.Attempt<RuntimeException> attempt) {
        context.table().backoff().until("rebuilding " + page, "it is being counted at the same time.", attempt);
    }
}
