package dev.pagetrack.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Carries views over that only counters know of: they are noted by day in the {@code MONTH} items, apart from what raw
 * views say, and a rebuild counts them in. It happens once for a site, for raw views that expire later are known there.
 */
final class CarriedCounts {

    private final DynamoDbClient client;
    private final String table;
    private final Attributes target;
    private final Items items;

    CarriedCounts(DynamoDbClient client, String table, Attributes target, Items items) {
        this.client = client;
        this.table = table;
        this.target = target;
        this.items = items;
    }

    /**
     * Carries them over, unless that was done before.
     *
     * @return by page and month, how many views that are
     * @throws TableException if it cannot be told which of them come from the logs, too
     */
    Map<String, SortedMap<YearMonth, Long>> carry(SeriesReader reader, MoveSettings settings) {
        if (isDone(settings)) {
            return Map.of();
        }
        var sums = new TreeMap<String, SortedMap<YearMonth, Long>>();
        reader.carried().forEach((page, days) -> {
            requireBeforeCutover(page, days, settings);
            var months = new TreeMap<YearMonth, SortedMap<LocalDate, Long>>();
            days.forEach((day, views) -> months.computeIfAbsent(YearMonth.from(day), any -> new TreeMap<>())
                    .put(day, views));
            if (!settings.dryRun()) {
                months.forEach((month, counts) -> note(page, month, counts));
                widen(page, days.firstKey(), days.lastKey());
            }
            months.forEach((month, counts) -> sums.computeIfAbsent(page, any -> new TreeMap<>())
                    .put(
                            month,
                            counts.values().stream().mapToLong(Long::longValue).sum()));
        });
        if (!settings.dryRun()) {
            done(settings);
        }
        return sums;
    }

    private boolean isDone(MoveSettings settings) {
        var item = items.get(List.of(target.moved()), true).get(target.moved());
        if (item != null && !Attributes.text(item, Attributes.FROM).equals(settings.from())) {
            throw new TableException("this site has the views of " + Attributes.text(item, Attributes.FROM)
                    + " already: those of " + settings.from() + " need a <siteId> (pagetrack.siteId) of their own.");
        }
        return item != null;
    }

    private void done(MoveSettings settings) {
        var item = new HashMap<>(target.moved());
        item.put(Attributes.FROM, Attributes.text(settings.from()));
        Failures.explained(
                table, () -> client.putItem(put -> put.tableName(table).item(item)));
    }

    /** Counters book a log on the day of its first line: that of the day before may reach beyond midnight. */
    private static void requireBeforeCutover(String page, SortedMap<LocalDate, Long> days, MoveSettings settings) {
        if (!days.lastKey().isBefore(settings.cutover().minusDays(1))) {
            throw new TableException("<cutover> (pagetrack.cutover) is " + settings.cutover() + ", but of "
                    + days.lastKey() + " only counters tell how often " + page
                    + " was viewed, and they book a log's views"
                    + " on the day of its first line: some could be counted from the logs once more. Take a day after "
                    + days.lastKey().plusDays(1) + ".");
        }
    }

    private void note(String page, YearMonth month, SortedMap<LocalDate, Long> days) {
        var carried = AttributeValue.fromM(days.entrySet().stream()
                .collect(Collectors.toMap(
                        day -> Attributes.day(day.getKey().getDayOfMonth()),
                        day -> Attributes.number(day.getValue()))));
        Failures.explained(
                table,
                () -> client.updateItem(update -> update.tableName(table)
                        .key(target.month(month, page))
                        .updateExpression("SET #carried = if_not_exists(#carried, :carried)")
                        .expressionAttributeNames(Map.of("#carried", Attributes.CARRIED))
                        .expressionAttributeValues(Map.of(":carried", carried))));
    }

    private void widen(String page, LocalDate first, LocalDate last) {
        var earlier = new Expression();
        earlier.setIf(Attributes.FIRST, " > ", first.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        update(page, earlier);
        var later = new Expression();
        later.setIf(Attributes.LAST, " < ", last.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
        update(page, later);
    }

    private void update(String page, Expression update) {
        Failures.explained(table, () -> {
            try {
                return client.updateItem(call -> call.tableName(table)
                        .key(target.index(page))
                        .updateExpression(update.update())
                        .conditionExpression(update.condition())
                        .expressionAttributeNames(update.names())
                        .expressionAttributeValues(update.values()));
            } catch (ConditionalCheckFailedException e) {
                // A raw view is earlier, or later.
                return null;
            }
        });
    }
}
