package dev.pagetrack.table;

import dev.pagetrack.Count;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.Months;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.LayoutFinder;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Examines a site's table, and says what to do. It reads all figures once, and writes nothing. */
final class TableDoctor {

    /** As many as a line of a report shows. */
    private static final int EXAMPLES = 3;

    private final PageTrackTable table;
    private final TableSetup setup;
    private final LayoutFinder finder;
    private final List<Finding> findings = new ArrayList<>();

    TableDoctor(PageTrackTable table, TableSetup setup, LayoutFinder finder) {
        this.table = table;
        this.setup = setup;
        this.finder = finder;
    }

    List<Finding> examine() {
        try {
            findings.addAll(setup.findings());
            if (findings.stream().noneMatch(Finding::isProblem)) {
                layout();
                figures();
            }
        } catch (TableException e) {
            findings.add(Finding.problem(AccessDenied.of(e)
                    .map(refusal -> "Not permitted: " + refusal
                            + ". Allow that to the user or role of <profile> (pagetrack.profile), or take another.")
                    .orElse(e.getMessage())));
        }
        return findings;
    }

    private void layout() {
        // Asked anew, for what is not permitted is a finding here.
        var found = finder.find();
        var layout = table.settings().layout().orElse(found);
        note("Layout: %s, %s.", layout.label(), meaning(layout));
        if (layout != found) {
            problem(
                    "<layout> (pagetrack.layout) is %s, but the items lie as in the layout %s: leave it out.",
                    layout.label(), found.label());
        }
        if (layout != Layout.PAGETRACK) {
            note("%s", advice(layout));
        } else {
            finder.pageOfTheSeries()
                    .ifPresent(page -> problem(
                            "The function of the blog series writes views of %s among those of pagetrack: they are not counted."
                                    + " Switch it off, or give pagetrack a <siteId> (pagetrack.siteId) of its own.",
                            page));
            unfinished();
            expiry();
        }
    }

    private void unfinished() {
        var from = table.upkeep().moveUnderWay();
        if (from.isPresent()) {
            problem(
                    "Views of %s are being moved here, and that has not come to its end: unless it runs just now, run"
                            + " pagetrack:rebuild -Dpagetrack.moveFrom=%s -Dpagetrack.cutover=%s again.",
                    from.get(),
                    from.get(),
                    table.cutover().map(Object::toString).orElse("<that day>"));
        } else if (table.upkeep().isRebuildPending()) {
            problem("Views were written that the figures do not count yet, or a rebuild was broken off: run"
                    + " pagetrack:rebuild.");
        }
        table.cutover().ifPresent(day -> note("Cut-over: views come from logs since %s.", day));
    }

    private void expiry() {
        table.upkeep().retention().ifPresent(kept -> {
            var days = Count.of(kept.days(), "day");
            note("Raw views are kept for %s.", days);
            if (!setup.expires()) {
                problem(
                        "Raw views are kept for %s, but expiry by %s is not switched on, so none goes: run"
                                + " pagetrack:create-table, which switches it on.",
                        days, Attributes.EXPIRES);
            }
        });
    }

    private static String meaning(Layout layout) {
        return switch (layout) {
            case PAGETRACK -> "pagetrack's own";
            case ARTICLE -> "that of parts 1 to 3 of the blog series";
            case PRODUCTION -> "that of the series' own site, with an owner before every key";
        };
    }

    private String advice(Layout layout) {
        var owner = table.settings().siteId().map(id -> id + "#").orElse("");
        return "It is read as it is, by render, fetch and serve; pagetrack never writes to it. To move: choose a day to"
                + " come as the cut-over, and set up ingestion with a <siteId> of its own and that <cutover>; a day after"
                + " it, when late logs have come, switch the old function off and run pagetrack:rebuild -Dpagetrack.siteId="
                + (layout == Layout.PRODUCTION ? owner.replace("#", "") + "2" : "blog") + " -Dpagetrack.moveFrom="
                + owner
                + "INDEX -Dpagetrack.cutover=<that day>. Where all old logs are still there, ingest them into a new <siteId>"
                + " instead: that counts what an item to the second cannot.";
    }

    private void figures() {
        var before = table.queryCost().units();
        var totals = table.totals("");
        var units = table.queryCost().units() - before;
        long views = totals.values().stream().mapToLong(PageTotal::views).sum();
        leftOut(table.leftOut());
        if (totals.isEmpty()) {
            findings.add(nothing());
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
        note("%s of %s, from %s to %s.", Count.of(views, "view"), Count.of(totals.size(), "page"), first, last);
        if (table.layout() == Layout.PAGETRACK) {
            var months = months(totals, first, last);
            note(
                    "A render reads %.1f units for the totals, and %.1f at most for each month that a marker asks for; that"
                            + " grows with pages, never with views.",
                    units, months);
        } else {
            months(totals, first, last);
            note("A render reads all views: %.1f units, and more with every view.", units);
        }
    }

    /** What is right for a site that begins, and wrong for one whose id is mistyped. */
    private Finding nothing() {
        var nothing = "No page was viewed yet.";
        var items = setup.items();
        if (items == 0) {
            return Finding.note(nothing);
        }
        var mistake = table.settings()
                .siteId()
                .map(id -> "they are this blog's, and another name than " + id + " stands before their keys, or none")
                .orElse("a name stands before their keys, as Richard#INDEX");
        return Finding.doubt("%s But the table has %s: if %s, check <siteId> (pagetrack.siteId)."
                .formatted(nothing, Count.of(items, "item"), mistake));
    }

    private void leftOut(List<String> items) {
        if (!items.isEmpty()) {
            note(
                    "%s among the views cannot be dated, for the sort key is no second, and will be left out: %s.",
                    Count.of(items.size(), "item"), some(items));
        }
    }

    /** Looks at all months; what the dearest of them takes. */
    private double months(SortedMap<String, PageTotal> totals, Instant first, Instant last) {
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
                empty.isEmpty() ? ", none without views" : "; without a view: " + some(empty));
        differences(totals, sums);
        return most;
    }

    private void differences(SortedMap<String, PageTotal> totals, Map<String, Long> sums) {
        var wrong = new TreeMap<>(totals);
        wrong.entrySet().removeIf(total -> total.getValue().views() == sums.getOrDefault(total.getKey(), 0L));
        if (!wrong.isEmpty()) {
            problem(
                    "Of %s the total is not the sum of the months: %s. If no ingestion runs just now, run"
                            + " pagetrack:rebuild.",
                    Count.of(wrong.size(), "page"), some(wrong.keySet()));
        }
    }

    private static String some(Collection<?> all) {
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
