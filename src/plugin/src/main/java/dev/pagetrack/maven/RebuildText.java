package dev.pagetrack.maven;

import dev.pagetrack.table.MoveReport;
import dev.pagetrack.table.RebuildReport;
import dev.pagetrack.table.RollupChange;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rebuild found, as lines of the build's log. */
final class RebuildText {

    private static final int EXAMPLES = 10;

    private RebuildText() {}

    static List<String> of(MoveReport report, boolean dryRun) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s: %,d views of %,d pages lie before the cut-over, %,d of them %s%s; %,d lie after it, and are left to the"
                        + " logs.",
                dryRun ? "Dry run of moving, nothing is written" : "Moved",
                report.views(),
                report.pages(),
                report.added(),
                dryRun ? "would be new" : "are new",
                report.carried() == 0
                        ? ""
                        : format("; %,d more are known from counters alone, and are marked so", report.carried()),
                report.later()));
        lines.addAll(changes(report.changes()));
        if (!report.undated().isEmpty()) {
            lines.add(format(
                    "%,d items stand among these views, but their sort keys are no seconds, so nobody knows when they were, and"
                            + " they stay where they are: %s",
                    report.undated().size(), some(report.undated())));
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
                "%,d pages with %,d single views: %s",
                report.pages(),
                report.views(),
                report.changes().isEmpty()
                        ? "all figures are right."
                        : format(
                                "%,d figures are not as these say.",
                                report.changes().size())));
        lines.addAll(changes(report.changes()));
        return lines;
    }

    static List<String> done(RebuildReport done, RebuildReport afterwards) {
        return List.of(
                done.changes().isEmpty()
                        ? "Nothing had to be set."
                        : format("Set %,d figures.", done.changes().size()),
                afterwards.changes().isEmpty()
                        ? "Looked again: all figures are right."
                        : format(
                                "Looked again: %,d figures are not right. Something else writes to them; run it again.",
                                afterwards.changes().size()));
    }

    private static List<String> changes(List<RollupChange> changes) {
        return changes.stream().map(RebuildText::change).toList();
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
