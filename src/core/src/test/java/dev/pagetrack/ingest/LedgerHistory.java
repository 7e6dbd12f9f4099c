package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.testing.MovableClock;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A random history of a site: log objects that share records are delivered in any order, processes are killed at any
 * call, responses are lost, bulk ingestions, rebuilds, changes of the retention, forgotten views, backups and
 * restorations come between. A simple model in memory says what the table must count.
 *
 * <p>The model is a set: the views whose raw views were ever seen in the table and were not forgotten. Each of them is in a
 * delivered log, each acceptable view of a log that was ingested is among them, and whenever no rebuild is pending, the
 * figures are their number.
 */
final class LedgerHistory {

    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final int STEPS = 16;
    private static final int RECORDS = 150;
    private static final int PAGES = 4;
    private static final int LONGEST_CALLS = 60;

    /** A log object and its views. */
    private record Log(LogObject object, Set<View> views) {}

    private final DynamoDbClient real;
    private final Random random;
    private final Path folder;
    private final MovableClock clock = new MovableClock(NOW);
    private final List<Log> logs = new ArrayList<>();
    private final Set<View> counted = new HashSet<>();
    private final List<ForgetRule> rules = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private Optional<Retention> retention = Optional.empty();
    private Instant complete = Instant.MIN;
    private String site;
    private int copies;

    LedgerHistory(DynamoDbClient real, Random random, String site, Path folder) {
        this.real = real;
        this.random = random;
        this.site = site;
        this.folder = folder;
    }

    /** Runs the history; fails with its story if the table and the model disagree. */
    void run() {
        try {
            makeLogs();
            for (int step = 0; step < STEPS; step++) {
                step(true);
                observe();
                compareUnlessPending();
            }
            settle();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e + "\nThe history:\n  " + String.join("\n  ", story), e);
        }
    }

    private void makeLogs() {
        var records = new ArrayList<String>();
        for (int i = 0; i < RECORDS; i++) {
            long second = NOW.getEpochSecond() - random.nextInt(40 * 86_400);
            records.add(LogBytes.view("/p" + random.nextInt(PAGES) + "/", second - second % 600, "id" + i));
        }
        for (int i = 0; i < 5; i++) {
            var text = new StringBuilder(LogBytes.header());
            for (int line = 5 + random.nextInt(60); line > 0; line--) {
                text.append(records.get(random.nextInt(RECORDS)));
            }
            var object = TestLogs.of("log" + i, text.toString().getBytes(UTF_8));
            logs.add(new Log(object, views(object)));
        }
    }

    private Set<View> views(LogObject object) {
        var views = new HashSet<View>();
        try {
            LogReader.read(
                    object,
                    new ObjectTally(object, new ViewFinder(ViewPolicy.DEFAULT), RunLimits.ofDryRun(clock), views::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return views;
    }

    /** @param alone whether another process may do something meanwhile */
    private void step(boolean alone) {
        switch (random.nextInt(alone ? 13 : 9)) {
            case 0, 1, 2 -> deliver(alone, false);
            case 3, 4 -> deliver(alone, true);
            case 5, 6 -> attempt("rebuild", alone, table -> rebuild(table));
            case 7 -> changeRetention();
            case 8 -> moveOn(Duration.ofSeconds(random.nextInt(1200)));
            case 9 -> moveOn(Duration.ofHours(random.nextInt(200)));
            case 10 -> forget(alone);
            case 11 -> copy();
            default -> deliverToFunction(alone);
        }
    }

    private interface Work {
        void on(PageTrackTable table) throws Exception;
    }

    /** Runs a process to which something may happen; returns whether it ended well. */
    private boolean attempt(String what, boolean eventful, Work work) {
        var events = SimulatedProcess.Event.values();
        var event = eventful ? events[random.nextInt(events.length)] : SimulatedProcess.Event.NONE;
        int at = random.nextInt(LONGEST_CALLS);
        story.add(what + " (" + event + (event == SimulatedProcess.Event.NONE ? "" : " at call " + at) + ")");
        var client = SimulatedProcess.client(real, event, at, () -> {
            story.add("  meanwhile:");
            step(false);
            observe();
        });
        try {
            work.on(table(client));
            return true;
        } catch (TableException | SimulatedProcess.KilledException e) {
            story.add("  failed: " + e.getMessage());
            return false;
        } catch (Exception e) {
            if (e.toString().contains(SimulatedProcess.KilledException.class.getName())) {
                story.add("  killed");
                return false;
            }
            throw new AssertionError("unexpected failure of " + what + ": " + e, e);
        }
    }

    private PageTrackTable table(DynamoDbClient client) {
        return new PageTrackTable(
                TableConnection.of(client),
                new TableSettings(TableSettings.DEFAULT_NAME, Optional.of(site)),
                TestTable.BACKOFF,
                clock);
    }

    private void deliver(boolean eventful, boolean bulk) {
        var some = someLogs();
        var acceptable = acceptable(some);
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), bulk);
        int batch = 1 + random.nextInt(60);
        boolean done = attempt(
                (bulk ? "bulk " : "ingest ") + names(some),
                eventful,
                table -> new Ingestion(table, settings, clock, batch, 1 + batch / 4, 2)
                        .run(some.stream().map(Log::object).toList()));
        requireCounted(done, some, acceptable);
    }

    private void deliverToFunction(boolean eventful) {
        var some = someLogs();
        var acceptable = acceptable(some);
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false);
        boolean done = attempt("function " + names(some), eventful, table -> {
            var run = new DeliveryRun(table, settings, clock, 1 + random.nextInt(60));
            run.ingest(some.stream().map(Log::object).toList());
            if (run.report(some.stream().map(Log::object).toList()).objects().stream()
                    .anyMatch(delivered -> !(delivered.result() instanceof DeliveredObject.Counted)
                            && !(delivered.result() instanceof DeliveredObject.AlreadyIngested))) {
                throw new TableException("not all objects were ingested");
            }
        });
        requireCounted(done, some, acceptable);
    }

    private void requireCounted(boolean done, List<Log> some, Set<View> acceptable) {
        observe();
        if (done) {
            acceptable.retainAll(acceptable(some));
            assertThat(counted).as("the views of %s", names(some)).containsAll(acceptable);
        }
    }

    private List<Log> someLogs() {
        var some = new ArrayList<Log>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            some.add(logs.get(random.nextInt(logs.size())));
        }
        return some;
    }

    private static String names(List<Log> logs) {
        return logs.stream().map(log -> log.object().name()).toList().toString();
    }

    private Set<View> acceptable(List<Log> some) {
        var acceptable = new HashSet<View>();
        some.forEach(log -> log.views().stream()
                .filter(view -> view.second() >= horizon().getEpochSecond() && !isForgotten(view))
                .forEach(acceptable::add));
        return acceptable;
    }

    private Instant horizon() {
        var byAge = retention.map(kept -> kept.horizon(clock)).orElse(Instant.MIN);
        return complete.isAfter(byAge) ? complete : byAge;
    }

    private boolean isForgotten(View view) {
        return rules.stream().anyMatch(rule -> rule.selection().contains(view));
    }

    private void rebuild(PageTrackTable table) {
        table.maintenance()
                .rebuild(new RebuildSettings(false, table.maintenance().firstWholeDay(clock)));
    }

    private void changeRetention() {
        var wanted = random.nextInt(4) == 0
                ? Optional.<Retention>empty()
                : Optional.of(new Retention(5 + random.nextInt(30)));
        story.add("retention " + wanted);
        if (retention.isPresent() && !retention.equals(wanted)) {
            complete = horizon();
        }
        table(real).maintenance().changeRetention(wanted, clock);
        retention = wanted;
    }

    /** Time passes, and DynamoDB deletes what has expired. */
    private void moveOn(Duration time) {
        if (time.toDays() > 0 && !table(real).maintenance().openNotes().isEmpty()) {
            // The owner follows the warnings within days: uncounted raw views expire after a month.
            complete();
        }
        story.add("after " + time);
        observe();
        clock.moveOn(time);
        long now = clock.instant().getEpochSecond();
        rawItems().forEach(item -> {
            if (Attributes.number(item, Attributes.EXPIRES, Long.MAX_VALUE) <= now) {
                real.deleteItem(delete -> delete.tableName(TableSettings.DEFAULT_NAME)
                        .key(Attributes.key(Attributes.partition(item), Attributes.sortKey(item))));
            }
        });
    }

    private void forget(boolean eventful) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(random.nextInt(40));
        var rule = new ForgetRule(
                List.of(random.nextBoolean() ? "**" : "p" + random.nextInt(PAGES) + "/"),
                day.atStartOfDay().toInstant(ZoneOffset.UTC),
                day.plusDays(1 + random.nextInt(5)).atStartOfDay().toInstant(ZoneOffset.UTC));
        Work work = table -> table.maintenance().forget(rule, clock, clock::moveOn);
        boolean done = attempt("forget " + rule, eventful, work);
        while (!done) {
            complete();
            done = attempt("forget again", false, work);
        }
        rules.add(rule);
        counted.removeIf(rule.selection()::contains);
    }

    /** Waits for writers that were killed, and counts what they wrote. */
    private void complete() {
        moveOn(Duration.ofMinutes(11));
        assertThat(attempt("rebuild", false, this::rebuild)).isTrue();
        assertThat(table(real).maintenance().openNotes()).isEmpty();
    }

    /** Continues with a copy of the site that was restored from a backup. */
    private void copy() {
        var file = folder.resolve(site + ".gz");
        var first = raw();
        if (!attempt("export", true, table -> table.maintenance().exportTo(file))) {
            assertThat(attempt(
                            "export again", false, table -> table.maintenance().exportTo(file)))
                    .isTrue();
        }
        observe();
        var before = raw();
        site = site + "c" + copies++;
        if (!attempt("import", false, table -> table.maintenance().importFrom(file))) {
            throw new AssertionError("the import failed");
        }
        var copied = raw();
        assertThat(copied).as("the raw views of the copy").containsAll(first).isSubsetOf(before);
        // What was counted during the export need not be in the copy.
        before.removeAll(copied);
        counted.removeAll(before);
        if (!table(real).maintenance().openNotes().isEmpty()) {
            complete();
        }
    }

    /** Adds the raw views that are in the table now to the model. */
    private void observe() {
        var raw = raw();
        for (var view : raw) {
            assertThat(logs)
                    .as("the raw view %s", view)
                    .anyMatch(log -> log.views().contains(view));
        }
        raw.removeIf(this::isForgotten);
        counted.addAll(raw);
    }

    private Set<View> raw() {
        var views = new HashSet<View>();
        rawItems()
                .forEach(item ->
                        views.add(Attributes.view(Attributes.partition(item).substring(site.length() + 1), item)));
        return views;
    }

    private List<Map<String, AttributeValue>> rawItems() {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (int page = 0; page < PAGES; page++) {
            var partition = site + "#p" + page + "/";
            real.queryPaginator(query -> query.tableName(TableSettings.DEFAULT_NAME)
                            .consistentRead(true)
                            .keyConditionExpression(Attributes.PARTITION_KEY + " = :page")
                            .expressionAttributeValues(Map.of(":page", Attributes.text(partition))))
                    .items()
                    .forEach(items::add);
        }
        return items;
    }

    private void compareUnlessPending() {
        if (table(real).maintenance().openNotes().isEmpty()) {
            compare();
        }
    }

    private void compare() {
        var expected = new TreeMap<String, Long>();
        var days = new HashMap<YearMonth, Map<String, long[]>>();
        for (var view : counted) {
            expected.merge(view.page(), 1L, Long::sum);
            days.computeIfAbsent(view.month(), any -> new HashMap<>())
                    .computeIfAbsent(view.page(), any -> new long[31])[view.day() - 1]++;
        }
        var totals = new TreeMap<String, Long>();
        table(real).totals("").forEach((page, total) -> totals.put(page, total.views()));
        assertThat(totals).as("the totals").isEqualTo(expected);
        for (int month = 4; month <= 12; month++) {
            var wanted = new TreeMap<String, DailyViews>();
            days.getOrDefault(YearMonth.of(2026, month), Map.of())
                    .forEach((page, views) -> wanted.put(page, DailyViews.of(views)));
            assertThat(table(real).month(YearMonth.of(2026, month)))
                    .as("month %s", month)
                    .isEqualTo(wanted);
        }
    }

    /** In the end, everything is delivered once more without trouble, and the table and the model agree. */
    private void settle() {
        complete();
        compare();
        for (var log : logs) {
            var acceptable = acceptable(List.of(log));
            assertThat(attempt(
                            "ingest " + log.object().name() + " at the end",
                            false,
                            table -> new Ingestion(
                                            table,
                                            new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false),
                                            clock)
                                    .run(List.of(log.object()))))
                    .isTrue();
            requireCounted(true, List.of(log), acceptable);
        }
        compare();
    }
}
