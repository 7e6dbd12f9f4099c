package dev.pagetrack.table.forget;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.DynamoDbErrors;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Months;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.ListedPages;
import dev.pagetrack.table.site.RebuildNotes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes views of one page out. A transaction deletes raw views and lowers the page's total and month, on condition that
 * these are as they were read. A page whose last view is taken out is no longer listed.
 */
final class ForgottenPage {

    /** A transaction has at most 100 actions; two are the total and the month. */
    private static final int MOST_VIEWS = 98;

    /** The index of the largest power of ten that a second can reach: seconds have at most 12 digits. */
    private static final int MOST_DIGITS = 11;

    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(MOST_DIGITS + 2L).toArray();

    private final OpenTable table;
    private final Attributes attributes;
    private final String page;
    private final long from;
    private final long to;
    private final Instant horizon;

    ForgottenPage(OpenTable table, String page, ForgetRule rule, Instant horizon) {
        this.table = table;
        this.attributes = table.attributes();
        this.page = page;
        this.from = Math.max(0, rule.from().getEpochSecond());
        this.to = rule.to().getEpochSecond();
        this.horizon = horizon;
    }

    /** How many views {@link #remove} would take out. */
    long count() {
        return rawViews(Integer.MAX_VALUE).size()
                + expiredDays().values().stream().mapToLong(Long::longValue).sum();
    }

    /** @throws TableException if the rule begins or ends within a day whose raw views have expired */
    void requireWholeDays() {
        for (var bound : List.of(from, to)) {
            var day = day(bound);
            if (bound != day.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                    && mayHaveExpired(day)
                    && expired(YearMonth.from(day)).containsKey(day)) {
                throw new TableException("raw views of " + page + " of " + day
                        + " have expired, so only the whole day can be taken out: let the time begin and end at midnight"
                        + " UTC.");
            }
        }
    }

    /** Takes the views out; returns how many there were. */
    long remove() {
        var removed = new LongAdder();
        for (boolean left = true; left; ) {
            var some = new ArrayList<Map<String, AttributeValue>>();
            retry(attempt -> {
                some.clear();
                some.addAll(rawViews(MOST_VIEWS));
                return some.isEmpty() || areRemoved(some, removed);
            });
            left = !some.isEmpty();
        }
        for (var day : expiredDays().keySet()) {
            removed.add(removeExpired(day));
        }
        retry(attempt -> areBoundsSet());
        return removed.sum();
    }

    /** Removes the first of some views, those of one month; returns false if something has changed meanwhile. */
    private boolean areRemoved(List<Map<String, AttributeValue>> items, LongAdder removed) {
        var month = Attributes.view(page, items.get(0)).month();
        var sameMonth = items.stream()
                .filter(item -> Attributes.view(page, item).month().equals(month))
                .toList();
        var views = sameMonth.stream().map(item -> Attributes.view(page, item)).toList();
        boolean sent = send(sameMonth.stream().map(this::delete).toList(), month, LoweredMonth.by(views), views.size());
        removed.add(sent ? views.size() : 0);
        return sent;
    }

    private TransactWriteItem delete(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Attributes.key(Attributes.partition(item), Attributes.sortKey(item)))
                        .conditionExpression("attribute_exists(" + Attributes.PARTITION_KEY + ")"))
                .build();
    }

    /** Removes all views of a day whose raw views have expired; returns how many there were. */
    private long removeExpired(LocalDate day) {
        var month = YearMonth.from(day);
        var removed = new long[1];
        retry(attempt -> {
            removed[0] = expired(month).getOrDefault(day, 0L);
            return removed[0] == 0 || send(List.of(), month, LoweredMonth.byDay(day, removed[0]), removed[0]);
        });
        return removed[0];
    }

    /** Sends one transaction; returns false if something has changed since it was read. */
    private boolean send(List<TransactWriteItem> deletions, YearMonth month, LoweredMonth lowered, long views) {
        var monthKey = attributes.month(month, page);
        var indexKey = attributes.index(page);
        var read = table.items().get(List.of(monthKey, indexKey), true);
        var index = read.getOrDefault(indexKey, Map.of());
        var monthItem = read.getOrDefault(monthKey, Map.of());
        if (Attributes.number(index, Attributes.VIEWS) < views
                || Attributes.number(monthItem, Attributes.VIEWS) < views) {
            throw new TableException("the figures of " + page + " count fewer views than there are raw views: run"
                    + " pagetrack:rebuild first.");
        }
        var total = new Expression();
        total.set(Attributes.VIEWS, Attributes.number(index, Attributes.VIEWS) - views);
        requireAsRead(total, index);
        var actions = new ArrayList<>(deletions);
        actions.add(update(indexKey, total));
        actions.add(lower(monthKey, monthItem, lowered, views));
        try {
            table.client().transactWriteItems(write -> write.transactItems(actions));
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        } catch (SdkException e) {
            if (DynamoDbErrors.isTransient(e)) {
                // It is unknown whether it was done: the caller reads what is there.
                return false;
            }
            throw DynamoDbErrors.explain(table.name(), e);
        }
    }

    /** Lowers a month, or deletes it with its last view. */
    private TransactWriteItem lower(
            Map<String, AttributeValue> key, Map<String, AttributeValue> item, LoweredMonth lowered, long views) {
        if (Attributes.number(item, Attributes.VIEWS) > views) {
            var update = lowered.update(item);
            requireAsRead(update, item);
            return update(key, update);
        }
        var condition = new Expression();
        condition.requireAsRead(item, Attributes.VIEWS);
        condition.requireAsRead(item, Attributes.REBUILT);
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(key)
                        .conditionExpression(condition.condition())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()))
                .build();
    }

    /** No two states of a rollup have the same views and the same number of changes by other means than counting. */
    private static void requireAsRead(Expression update, Map<String, AttributeValue> item) {
        update.add(Attributes.REBUILT, 1);
        update.requireAsRead(item, Attributes.VIEWS);
        update.requireAsRead(item, Attributes.REBUILT);
    }

    private TransactWriteItem update(Map<String, AttributeValue> key, Expression expression) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(key)
                        .updateExpression(expression.update())
                        .conditionExpression(expression.condition())
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values()))
                .build();
    }

    /**
     * Sets the first and last view to those that are left. An ingestion that began during the pause may know the bounds
     * from before; it notices that they have moved.
     */
    private boolean areBoundsSet() {
        var key = attributes.index(page);
        var index = table.items().get(List.of(key), true).getOrDefault(key, Map.of());
        if (!isSelected(Attributes.number(index, Attributes.FIRST, -1))
                && !isSelected(Attributes.number(index, Attributes.LAST, -1))) {
            return true;
        }
        var left = days(index);
        var update = new Expression();
        if (left.isEmpty()) {
            if (Attributes.number(index, Attributes.VIEWS) > 0) {
                throw new TableException("the total of " + page
                        + " is not the sum of its months: run pagetrack:rebuild, then this again.");
            }
            return isDeleted(key, index);
        }
        update.set(Attributes.FIRST, firstSecond(left.firstKey()));
        update.set(Attributes.LAST, lastSecond(left.lastKey()));
        requireAsRead(update, index);
        update.requireAsRead(index, Attributes.FIRST);
        update.requireAsRead(index, Attributes.LAST);
        return table.items().update(key, update).isPresent();
    }

    private boolean isSelected(long second) {
        return second >= from && second < to;
    }

    /**
     * Deletes a page that has no views; returns false if it has changed since it was read. A bulk run that began during
     * the pause relies on the list of pages, so the page stays in it then, without figures. A bulk run raises its note
     * before it lists a page: if it did both just now, the page is listed again.
     */
    private boolean isDeleted(Map<String, AttributeValue> key, Map<String, AttributeValue> index) {
        if (isBulkRunning()) {
            return isEmptied(key, index);
        }
        var condition = new Expression();
        condition.requireAsRead(index, Attributes.VIEWS);
        condition.requireAsRead(index, Attributes.REBUILT);
        boolean deleted = table.items().delete(key, condition);
        if (deleted && isBulkRunning()) {
            new ListedPages(table).add(List.of(page));
        }
        return deleted;
    }

    private boolean isBulkRunning() {
        return !new RebuildNotes(table).open().isEmpty();
    }

    private boolean isEmptied(Map<String, AttributeValue> key, Map<String, AttributeValue> index) {
        var update = new Expression();
        update.remove(Attributes.FIRST);
        update.remove(Attributes.LAST);
        requireAsRead(update, index);
        return table.items().update(key, update).isPresent();
    }

    /** The views of each day that is left, from the page's months. */
    private SortedMap<LocalDate, Long> days(Map<String, AttributeValue> index) {
        var days = new TreeMap<LocalDate, Long>();
        if (index.containsKey(Attributes.FIRST)) {
            Months.between(Attributes.number(index, Attributes.FIRST), Attributes.number(index, Attributes.LAST))
                    .forEach(month -> days.putAll(days(month)));
        }
        return days;
    }

    private SortedMap<LocalDate, Long> days(YearMonth month) {
        var key = attributes.month(month, page);
        var item = table.items().get(List.of(key), true).getOrDefault(key, Map.of());
        var days = new TreeMap<LocalDate, Long>();
        IntStream.rangeClosed(1, month.lengthOfMonth())
                .filter(day -> Attributes.number(item, Attributes.day(day)) > 0)
                .forEach(day -> days.put(month.atDay(day), Attributes.number(item, Attributes.day(day))));
        return days;
    }

    private long firstSecond(LocalDate day) {
        var views = rawViews(second(day), second(day.plusDays(1)), true, 1);
        return views.isEmpty()
                ? second(day)
                : Attributes.view(page, views.get(0)).second();
    }

    private long lastSecond(LocalDate day) {
        var views = rawViews(second(day), second(day.plusDays(1)), false, 1);
        return views.isEmpty()
                ? second(day.plusDays(1)) - 1
                : Attributes.view(page, views.get(0)).second();
    }

    /** The views of the days of the rule that have no raw views any more. */
    private SortedMap<LocalDate, Long> expiredDays() {
        var key = attributes.index(page);
        var index = table.items().get(List.of(key), true).getOrDefault(key, Map.of());
        var days = new TreeMap<LocalDate, Long>();
        if (horizon.equals(Instant.MIN) && !index.containsKey(Attributes.FIRST)) {
            return days;
        }
        days(index).keySet().stream()
                .map(YearMonth::from)
                .distinct()
                .forEach(month -> expired(month).forEach((day, views) -> {
                    if (second(day) >= from && second(day.plusDays(1)) <= to) {
                        days.put(day, views);
                    }
                }));
        return days;
    }

    /** By day of a month, the views without raw views, which have expired or were carried over from counters. */
    private Map<LocalDate, Long> expired(YearMonth month) {
        var days = days(month);
        rawViews(second(month.atDay(1)), second(month.plusMonths(1).atDay(1)), true, Integer.MAX_VALUE)
                .forEach(item -> days.merge(day(Attributes.view(page, item).second()), -1L, Long::sum));
        days.values().removeIf(views -> views <= 0);
        return days;
    }

    private boolean mayHaveExpired(LocalDate day) {
        return !horizon.equals(Instant.MIN) && second(day) < horizon.getEpochSecond();
    }

    private List<Map<String, AttributeValue>> rawViews(int most) {
        return rawViews(from, to, true, most);
    }

    /**
     * The raw views from one second to another, exclusive, in order of time. The table sorts seconds as text, so seconds
     * with fewer digits are queried by themselves.
     */
    private List<Map<String, AttributeValue>> rawViews(long begin, long end, boolean forward, int most) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        for (int i = 0; i <= MOST_DIGITS && found.size() < most; i++) {
            int digits = forward ? i : MOST_DIGITS - i;
            long low = Math.max(begin, digits == 0 ? 0 : POWERS[digits]);
            long high = Math.min(end, POWERS[digits + 1]);
            if (low < high) {
                addRawViews(low, high, forward, most, found);
            }
        }
        return found;
    }

    private void addRawViews(long begin, long end, boolean forward, int most, List<Map<String, AttributeValue>> found) {
        var queries = table.queries();
        queries.answersWhile(
                queries.between(attributes.pagePartition(page), begin + ".", (end - 1) + ".:")
                        .consistentRead(true)
                        .scanIndexForward(forward),
                answer -> {
                    answer.items().stream()
                            .filter(Attributes::isOurs)
                            .filter(item ->
                                    isBetween(Attributes.view(page, item).second(), begin, end))
                            .limit(most - (long) found.size())
                            .forEach(found::add);
                    return found.size() < most;
                });
    }

    private static boolean isBetween(long second, long begin, long end) {
        return second >= begin && second < end;
    }

    private static LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private void retry(Backoff.Attempt<RuntimeException> attempt) {
        table.backoff().until("taking out views of " + page, "it is being counted at the same time.", attempt);
    }
}
