package dev.pagetrack.table;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
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
    private final Rebuild.Parts parts;
    private final TreeSet<YearMonth> months = new TreeSet<>();
    private final Map<YearMonth, MonthGain> gains = new HashMap<>();
    private final List<RollupChange> changes = new ArrayList<>();
    private long views;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    PageRebuild(String page, Rebuild.Parts parts) {
        this.page = page;
        this.parts = parts;
    }

    /**
     * Does it. The rollups are read before the raw views: a view that is counted in between changes its rollup, and is
     * noticed by that.
     */
    RebuildReport run() {
        span(read(parts.attributes().index(page)));
        parts.rawViews().span(page).ifPresent(span -> addMonths(span.first(), span.last()));
        var rollups = read(months);
        parts.rawViews().read(page, view -> {
            gains.computeIfAbsent(view.month(), any -> new MonthGain()).add(view);
            first = Math.min(first, view.second());
            last = Math.max(last, view.second());
            views++;
        });
        rollups.forEach((month, item) -> month(month, item, gains.getOrDefault(month, new MonthGain())));
        // Views that came meanwhile: their months were not there before, so whoever wrote them counted them.
        months.addAll(gains.keySet());
        total();
        return new RebuildReport(1, views, changes);
    }

    private void month(YearMonth month, Map<String, AttributeValue> read, MonthGain counted) {
        var item = read;
        var gain = counted;
        for (int attempt = 1; true; attempt++) {
            var target = new MonthTarget(month, item, gain, parts.settings());
            var key = parts.attributes().month(month, page);
            if (target.isReached()) {
                return;
            }
            if (parts.setter().set(key, item, target.update())) {
                changed(Optional.of(month), item, target.views());
                return;
            }
            pause(attempt);
            item = read(key);
            gain = count(month);
        }
    }

    private MonthGain count(YearMonth month) {
        var gain = new MonthGain();
        parts.rawViews().read(page, month, gain::add);
        return gain;
    }

    private void total() {
        for (int attempt = 1; true; attempt++) {
            var key = parts.attributes().index(page);
            var item = read(key);
            span(item);
            long total = read(months).values().stream()
                            .mapToLong(month -> Attributes.number(month, Attributes.VIEWS))
                            .sum()
                    + stillToChange();
            if (isRight(item, total)) {
                return;
            }
            if (parts.setter().set(key, item, update(item, total))) {
                changed(Optional.empty(), item, total);
                return;
            }
            pause(attempt);
        }
    }

    /** By how much a dry run would have changed the months. */
    private long stillToChange() {
        return parts.settings().dryRun()
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

    /** They are never narrowed: a running ledger relies on that. */
    private boolean widensFirst(Map<String, AttributeValue> item) {
        return first < Attributes.number(item, Attributes.FIRST, Long.MAX_VALUE);
    }

    private boolean widensLast(Map<String, AttributeValue> item) {
        return last > Attributes.number(item, Attributes.LAST, Long.MIN_VALUE);
    }

    private void changed(Optional<YearMonth> month, Map<String, AttributeValue> item, long after) {
        changes.add(new RollupChange(page, month, Attributes.number(item, Attributes.VIEWS), after));
    }

    private void span(Map<String, AttributeValue> index) {
        if (index.containsKey(Attributes.FIRST) && index.containsKey(Attributes.LAST)) {
            addMonths(Attributes.number(index, Attributes.FIRST), Attributes.number(index, Attributes.LAST));
        }
    }

    private void addMonths(long from, long to) {
        for (var month = month(from); !month.isAfter(month(to)); month = month.plusMonths(1)) {
            months.add(month);
        }
    }

    private static YearMonth month(long second) {
        return YearMonth.from(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    private Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
        return parts.items().get(List.of(key), true).getOrDefault(key, Map.of());
    }

    /** The items of months, each as it stands now; empty for those that do not exist. */
    private Map<YearMonth, Map<String, AttributeValue>> read(Set<YearMonth> months) {
        var keys = months.stream()
                .collect(toMap(Function.identity(), month -> parts.attributes().month(month, page)));
        var found = parts.items().get(keys.values(), true);
        var read = new TreeMap<YearMonth, Map<String, AttributeValue>>();
        keys.forEach((month, key) -> read.put(month, found.getOrDefault(key, Map.of())));
        return read;
    }

    private void pause(int attempt) {
        parts.backoff()
                .pause(attempt, "rebuilding " + page, new TableException("it is being counted at the same time."));
    }
}
