package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.rebuild.RollupChange;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The views that the months of one page gain, and the views that they had before. */
final class MonthlyGains {

    private final String page;
    private final Attributes attributes;
    private final Items items;
    private final SortedMap<YearMonth, Long> gains = new TreeMap<>();
    private final Map<YearMonth, Long> before = new HashMap<>();

    MonthlyGains(String page, OpenTable table) {
        this.page = page;
        this.attributes = table.attributes();
        this.items = table.items();
    }

    /** Adds views to the gain of a month. Call it before these views are written. */
    void add(YearMonth month, long views) {
        before.computeIfAbsent(month, this::stored);
        gains.merge(month, views, Long::sum);
    }

    private long stored(YearMonth month) {
        var key = attributes.month(month, page);
        return Attributes.number(items.get(List.of(key), true).getOrDefault(key, Map.of()), Attributes.VIEWS);
    }

    List<RollupChange> changes() {
        return gains.entrySet().stream()
                .map(gain -> change(gain.getKey(), gain.getValue()))
                .toList();
    }

    private RollupChange change(YearMonth month, long gain) {
        long held = requireNonNull(before.get(month), "a month is read before it gains views");
        return new RollupChange(page, Optional.of(month), held, held + gain);
    }
}
