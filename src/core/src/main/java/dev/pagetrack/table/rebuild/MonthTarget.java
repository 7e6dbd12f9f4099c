package dev.pagetrack.table.rebuild;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.ledger.MonthCounts;
import dev.pagetrack.table.ledger.MonthGain;
import dev.pagetrack.table.ledger.ViewProperty;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The correct contents of a {@code MONTH} item, computed from the raw views and from the item itself. */
final class MonthTarget {

    private final Map<String, AttributeValue> item;
    private final Map<String, Long> raw;
    private final Map<String, Long> target = new TreeMap<>();
    private boolean expired;

    /**
     * Computes the contents.
     *
     * @param item the item as it was read; empty if there is none
     * @param gain the sums of the raw views of this page and month
     */
    MonthTarget(YearMonth month, Map<String, AttributeValue> item, MonthGain gain, RebuildSettings settings) {
        this.item = item;
        this.raw = gain.counts(new MonthCounts(Map.of()));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            setDay(Attributes.day(day), settings.isBeforeHorizon(month, day));
        }
        target.put(Attributes.VIEWS, sum(target));
        for (var property : ViewProperty.values()) {
            setCounts(property.countPrefix());
        }
    }

    private void setDay(String name, boolean mayHaveExpired) {
        long views = raw.getOrDefault(name, 0L) + Attributes.carried(item).getOrDefault(name, 0L);
        if (mayHaveExpired) {
            expired = true;
            views = Math.max(views, Attributes.number(item, name));
        }
        if (views > 0) {
            target.put(name, views);
        }
    }

    /**
     * Sets the counts by name to the most frequent names; equally frequent names go in alphabetical order. Ingestion
     * keeps the names that came first if there are more than an item holds, so its choice may differ. If raw views may
     * have expired, the item's own counts stay if they add up to more.
     */
    private void setCounts(String prefix) {
        var held = numbers(prefix);
        var counted = raw.entrySet().stream()
                .filter(count -> count.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        target.putAll(expired && sum(held) > sum(counted) ? held : counted);
    }

    private Map<String, Long> numbers(String prefix) {
        return item.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name, name -> Attributes.number(item, name)));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long views() {
        return requireNonNull(target.get(Attributes.VIEWS), Attributes.VIEWS);
    }

    /** Whether the item has the correct contents already. */
    boolean isReached() {
        return wrongNames().isEmpty();
    }

    /** The update that sets the correct contents. */
    Expression update() {
        var update = new Expression();
        for (var name : wrongNames()) {
            if (target.containsKey(name)) {
                update.set(name, target.get(name));
            } else {
                update.remove(name);
            }
        }
        return update;
    }

    private Set<String> wrongNames() {
        var names = new HashSet<>(target.keySet());
        Attributes.DAYS.stream().filter(item::containsKey).forEach(names::add);
        for (var property : ViewProperty.values()) {
            names.addAll(numbers(property.countPrefix()).keySet());
        }
        names.removeIf(name -> Attributes.number(item, name, 0) == target.getOrDefault(name, 0L));
        return names;
    }
}
