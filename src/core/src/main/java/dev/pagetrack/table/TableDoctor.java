package dev.pagetrack.table;

import dev.pagetrack.Count;
import dev.pagetrack.figures.CountedTime;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.Months;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.LayoutFinder;
import dev.pagetrack.table.site.RebuildNote;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Examines a site's table and reports what to do. It reads all figures once and writes nothing. */
public final class TableDoctor {

    /** How many pages, months or items a finding shows. */
    private static final int EXAMPLES = 3;

    private final PageTrackTable table;
    private final TableSetup setup;
    private final LayoutFinder finder;
    private final Function<SortedMap<String, PageTotal>, List<Finding>> comparison;
    private final List<Finding> findings = new ArrayList<>();

    private TableDoctor(PageTrackTable table, Function<SortedMap<String, PageTotal>, List<Finding>> comparison) {
        this.table = table;
        this.comparison = comparison;
        this.setup = new TableSetup(table.open());
        this.finder = table.layoutFinder();
    }

    /** Examines a table: its setup, what is wrong with it, and what to do. Reads all figures once. */
    public static List<Finding> examine(PageTrackTable table) {
        return examine(table, totals -> List.of());
    }

    /**
     * The same, with what a comparison of the totals with something else finds. It is made only if there are views.
     *
     * @param comparison gets the total of each page, by page path
     */
    public static List<Finding> examine(
            PageTrackTable table, Function<SortedMap<String, PageTotal>, List<Finding>> comparison) {
        return new TableDoctor(table, comparison).examine();
    }

    private List<Finding> examine() {
        try {
            findings.addAll(setup.findings());
            if (findings.stream().noneMatch(Finding::isProblem)) {
                checkLayout();
                checkFigures();
            }
        } catch (TableException e) {
            findings.add(Finding.problem(AccessDenied.of(e)
                    .map(denied -> "Not permitted: " + denied
                            + ". Allow it for the user or role of <profile> (pagetrack.profile), or use another"
                            + " profile.")
                    .orElse(String.valueOf(e.getMessage()))));
        }
        return findings;
    }

    private void checkLayout() {
        // Not table.layout(), which assumes pagetrack's layout if access is denied: here that is a finding.
        var found = finder.find();
        var layout = table.settings().layout().orElse(found);
        note("Layout: %s, %s.", layout.label(), meaning(layout));
        if (layout != found) {
            problem(
                    "<layout> (pagetrack.layout) is %s, but the items have the layout %s: leave <layout> out.",
                    layout.label(), found.label());
        }
        if (layout != Layout.PAGETRACK) {
            note("%s", advice(layout));
        } else {
            finder.pageOfTheSeries()
                    .ifPresent(page -> problem(
                            "The function of the blog series writes views of %s among those of pagetrack: they are not"
                                    + " counted. Switch the function off, or give pagetrack its own <siteId>"
                                    + " (pagetrack.siteId).",
                            page));
            table.namingProblem().ifPresent(problem -> problem("%s", problem));
            checkPendingWork();
            checkExpiry();
        }
    }

    private void checkPendingWork() {
        var from = table.maintenance().unfinishedMigration();
        if (from.isPresent()) {
            problem(
                    "The move of the views of %s to this site is not complete. If it is not running now, run"
                            + " pagetrack:rebuild -Dpagetrack.moveFrom=%s -Dpagetrack.cutover=%s again.",
                    from.get(),
                    from.get(),
                    table.cutover().map(Object::toString).orElse("<the cut-over day>"));
        } else {
            table.maintenance().openNotes().forEach(this::checkNote);
        }
        table.cutover().ifPresent(day -> note("Cut-over: views come from logs since %s.", day));
    }

    private void checkNote(RebuildNote note) {
        if (note.ended()) {
            problem("Raw views were written that the figures do not count yet, or a rebuild was interrupted: run"
                    + " pagetrack:rebuild.");
        } else {
            problem(
                    "Raw views are being written that the figures do not count yet, by a bulk ingestion or a move that began"
                            + " at %s and was last running at %s. If it is not running any more, run pagetrack:rebuild"
                            + " after %s.",
                    note.began(), note.renewed(), note.renewed().plus(RebuildNote.LIFE));
        }
    }

    private void checkExpiry() {
        table.maintenance().retention().ifPresent(kept -> {
            var days = Count.of(kept.days(), "day");
            note("Raw views are kept for %s.", days);
            if (!setup.expires()) {
                problem(
                        "Raw views are kept for %s, but expiry by %s is not switched on, so none expires: run"
                                + " pagetrack:create-table, which switches it on.",
                        days, Attributes.EXPIRES);
            }
        });
    }

    private static String meaning(Layout layout) {
        return switch (layout) {
            case PAGETRACK -> "pagetrack's own";
            case ARTICLE -> "the layout of parts 1 to 3 of the blog series";
            case PRODUCTION -> "the layout of the blog series' own site, where all keys begin with an owner";
        };
    }

    private String advice(Layout layout) {
        var owner = table.settings().siteId().map(id -> id + "#").orElse("");
        return "render, fetch and serve read this layout; pagetrack never writes to it. To move its views: choose a day"
                + " in the future as the cut-over, and set up ingestion with a new <siteId> and that <cutover>. One day"
                + " after the cut-over, when late logs have arrived, switch the old function off and run"
                + " pagetrack:rebuild -Dpagetrack.siteId="
                + (layout == Layout.PRODUCTION ? owner.replace("#", "") + "2" : "blog") + " -Dpagetrack.moveFrom="
                + owner
                + "INDEX -Dpagetrack.cutover=<that day>. If all old logs still exist, ingest them into a new <siteId>"
                + " instead: that is more exact, because the old layout keeps several views of a page in one second"
                + " as one.";
    }

    private void checkFigures() {
        var before = table.queryCost().units();
        var totals = table.totals("");
        var units = table.queryCost().units() - before;
        long views = totals.values().stream().mapToLong(PageTotal::views).sum();
        noteUndated(table.leftOut());
        if (totals.isEmpty()) {
            findings.add(noViews());
            return;
        }
        var first = totals.values().stream()
                .map(PageTotal::first)
                .min(Instant::compareTo)
                .orElseThrow();
        var last = totals.values().stream()
                .map(PageTotal::last)
                .max(Instant::compareTo)
                .orElseThrow();
        var latest = CountedTime.latest(table.open().clock());
        if (first.isBefore(CountedTime.EARLIEST) || last.isAfter(latest)) {
            problem(
                    "Some views have an impossible time, from %s to %s. Take them out with pagetrack:forget, with"
                            + " -Dpagetrack.forgetTo=%s or -Dpagetrack.forgetFrom=%s.",
                    first, last, CountedTime.EARLIEST, latest.truncatedTo(ChronoUnit.DAYS));
        }
        note("%s of %s, from %s to %s.", Count.of(views, "view"), Count.of(totals.size(), "page"), first, last);
        if (table.layout() == Layout.PAGETRACK) {
            var months = checkMonths(totals, within(first, latest), within(last, latest));
            note(
                    "A render reads %.1f read units for the totals, and at most %.1f for each month that a marker"
                            + " needs. That grows with pages, never with views.",
                    units, months);
        } else {
            checkMonths(totals, within(first, latest), within(last, latest));
            note("A render reads all views: %.1f read units, and more with every view.", units);
        }
        findings.addAll(comparison.apply(totals));
    }

    private static Instant within(Instant instant, Instant latest) {
        var bounded = instant.isBefore(CountedTime.EARLIEST) ? CountedTime.EARLIEST : instant;
        return bounded.isAfter(latest) ? latest : bounded;
    }

    /** Right for a new site, but a mistake if the site id is mistyped. */
    private Finding noViews() {
        var noViews = "No page was viewed yet.";
        var items = setup.items();
        if (items == 0) {
            return Finding.note(noViews);
        }
        var mistake = table.settings()
                .siteId()
                .map(id -> "they are this blog's, but their keys do not begin with " + id + "#")
                .orElse("their keys begin with a name, as in Richard#INDEX");
        return Finding.warning("%s But the table has %s. If %s, check <siteId> (pagetrack.siteId)."
                .formatted(noViews, Count.of(items, "item"), mistake));
    }

    private void noteUndated(List<String> items) {
        if (!items.isEmpty()) {
            note(
                    "%s among the views will be left out, because the sort key is not an epoch second: %s.",
                    Count.of(items.size(), "item"), examples(items));
        }
    }

    /** Compares all months with the totals; returns the read units of the most expensive month. */
    private double checkMonths(SortedMap<String, PageTotal> totals, Instant first, Instant last) {
        var sums = new HashMap<String, Long>();
        var empty = new TreeSet<YearMonth>();
        double most = 0;
        var all = Months.between(first.getEpochSecond(), last.getEpochSecond());
        for (var month : all) {
            double before = table.queryCost().units();
            var days = table.month(month);
            most = Math.max(most, table.queryCost().units() - before);
            days.forEach((page, views) -> sums.merge(page, views.sum(), Long::sum));
            if (days.isEmpty()) {
                empty.add(month);
            }
        }
        note(
                "Months: %s to %s%s.",
                all.get(0),
                all.get(all.size() - 1),
                empty.isEmpty() ? ", none without views" : "; without a view: " + examples(empty));
        compare(totals, sums);
        return most;
    }

    private void compare(SortedMap<String, PageTotal> totals, Map<String, Long> sums) {
        var wrong = new TreeMap<>(totals);
        wrong.entrySet().removeIf(total -> total.getValue().views() == sums.getOrDefault(total.getKey(), 0L));
        if (!wrong.isEmpty()) {
            problem(
                    "The total is not the sum of the months for %s: %s. If no ingestion is running now, run"
                            + " pagetrack:rebuild.",
                    Count.of(wrong.size(), "page"), examples(wrong.keySet()));
        }
    }

    private static String examples(Collection<?> all) {
        var shown = all.stream().limit(EXAMPLES).map(Object::toString).toList();
        return String.join(", ", shown) + (all.size() > EXAMPLES ? " and " + (all.size() - EXAMPLES) + " more" : "");
    }

    private void note(String text, Object... values) {
        findings.add(Finding.note(String.format(Locale.ROOT, text, values)));
    }

    private void problem(String text, Object... values) {
        findings.add(Finding.problem(String.format(Locale.ROOT, text, values)));
    }
}
