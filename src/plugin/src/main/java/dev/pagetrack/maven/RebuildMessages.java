package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.table.rebuild.RebuildReport;
import dev.pagetrack.table.rebuild.RollupChange;
import dev.pagetrack.table.series.MigrationReport;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats the reports of a rebuild for the build log. */
final class RebuildMessages {

    private static final int EXAMPLES = 10;

    private RebuildMessages() {}

    static List<String> moved(MigrationReport report, boolean dryRun) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s: %s of %s from before the cut-over, %,d of them %s%s; %s counted from the logs instead.",
                dryRun ? "Dry run of moving, nothing is written" : "Moved",
                Count.of(report.views(), "view"),
                Count.of(report.pages(), "page"),
                report.added(),
                dryRun ? "would be new" : "new",
                report.carried() == 0
                        ? ""
                        : "; "
                                + Count.of(report.carried(), "more is", "more are")
                                + " known only from counters, and marked as carried over",
                Count.of(report.later(), "later view is", "later views are")));
        lines.addAll(changes(report.changes()));
        if (!report.undated().isEmpty()) {
            lines.add(format(
                    "%s among these views cannot be moved, because the sort key is not a time in epoch seconds: %s",
                    Count.of(report.undated().size(), "item"), some(report.undated())));
        }
        return lines;
    }

    private static String some(List<String> all) {
        var shown = String.join(", ", all.subList(0, Math.min(EXAMPLES, all.size())));
        return all.size() > EXAMPLES ? shown + " …" : shown;
    }

    static List<String> plan(RebuildReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s with %s: %s",
                Count.of(report.pages(), "page"),
                Count.of(report.views(), "raw view"),
                report.changes().isEmpty()
                        ? "all figures are right."
                        : Count.of(report.changes().size(), "figure is", "figures are") + " different from these."));
        lines.addAll(changes(report.changes()));
        return lines;
    }

    static List<String> done(RebuildReport done, RebuildReport afterwards) {
        return List.of(
                done.changes().isEmpty()
                        ? "No figure had to be changed."
                        : "Changed " + Count.of(done.changes().size(), "figure") + ".",
                afterwards.changes().isEmpty()
                        ? "Checked again: all figures are right."
                        : "Checked again: " + Count.of(afterwards.changes().size(), "figure is", "figures are")
                                + " not right. Something else is writing to the table: run the goal again.");
    }

    private static List<String> changes(List<RollupChange> changes) {
        return changes.stream().map(RebuildMessages::change).toList();
    }

    private static String change(RollupChange change) {
        return format(
                "  %s %s: %,d → %,d%s",
                change.page(),
                change.month().map(YearMonth::toString).orElse("total"),
                change.before(),
                change.after(),
                change.before() == change.after() ? " (other days, hosts, countries or browsers)" : "");
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
