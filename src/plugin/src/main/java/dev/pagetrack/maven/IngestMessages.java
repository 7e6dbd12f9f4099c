package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.ingest.DryRunReport;
import dev.pagetrack.ingest.DryRunReport.PassedOver;
import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.ingest.IngestReport;
import dev.pagetrack.ingest.PolicyDifference;
import dev.pagetrack.ingest.PolicyDifference.Change;
import dev.pagetrack.log.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Formats the reports of ingestion for the build log. */
final class IngestMessages {

    /** The number of pages that a dry run prints; the JSON report has all. */
    private static final int TOP_PAGES = 10;

    static final String POLICY_B_WITHOUT_DRY_RUN =
            "<policyB> (pagetrack.policyB) has no effect: it is compared in a dry run only (-Dpagetrack.dryRun).";

    private IngestMessages() {}

    static List<String> of(IngestReport report, Duration time) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "Ingested %s (%s done before): %s, %,d counted (%,d new, %,d counted before), %,d rejected, in %.1f s; %s%s.",
                Count.of(report.objects(), "log object"),
                Count.of(report.skipped(), "more was", "more were"),
                Count.of(report.lines(), "line"),
                report.counted(),
                report.added(),
                report.known(),
                report.lines() - report.counted(),
                time.toMillis() / 1000.0,
                Count.of(report.writeUnits(), "write unit"),
                report.added() == 0 ? "" : format(", %.2f a view", report.writeUnitsPerView())));
        lines.addAll(passedOver(report.passedOver()));
        lines.addAll(byReason("Rejected", report.rejected()));
        lines.addAll(byReason("Counted, but suspected", report.suspected()));
        return lines;
    }

    /** A warning if earlier log objects were counted with another view policy. */
    static Optional<String> changedPolicyWarning(IngestReport report) {
        var changed = report.changedPolicy().stream()
                .map(name -> "<" + name + "> (pagetrack." + name + ")")
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(changed
                        + " changed since the last run. The counts of log objects that were ingested before do not"
                        + " change. To count those by the new settings, too, ingest all logs with a new <siteId>"
                        + " (pagetrack.siteId).");
    }

    private static List<String> passedOver(Map<String, PassedOver> passedOver) {
        return passedOver.entrySet().stream()
                .map(kind -> format(
                        "Passed over: %s without page views (%s), first %s",
                        Count.of(kind.getValue().objects(), "log object"),
                        kind.getKey(),
                        kind.getValue().first()))
                .toList();
    }

    private static List<String> byReason(String what, Map<Rejection, Rejected> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> format(
                        "%s: %,d %s (%s), first in line %d of %s",
                        what,
                        reason.getValue().lines(),
                        reason.getKey().label(),
                        reason.getKey().meaning(),
                        reason.getValue().line(),
                        reason.getValue().file()))
                .toList();
    }

    static List<String> of(DryRunReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "Dry run, nothing is written: %s, %s, %,d counted, %,d rejected.",
                Count.of(report.objects(), "log object"),
                Count.of(report.lines(), "line"),
                report.counted(),
                report.lines() - report.counted()));
        lines.addAll(passedOver(report.passedOver()));
        lines.addAll(byReason("Rejected", report.rejected()));
        lines.addAll(byReason("Counted, but suspected", report.suspected()));
        report.pages().entrySet().stream()
                .limit(TOP_PAGES)
                .forEach(page -> lines.add(format("Counted: %,d %s", page.getValue(), page.getKey())));
        report.difference().ifPresent(difference -> lines.addAll(of(difference, report.counted())));
        return lines;
    }

    private static List<String> of(PolicyDifference difference, long countedByA) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "Policy B counts %,d lines, policy A %,d: %,d are counted by A only, %,d by B only, %,d for another page,"
                        + " and %,d are rejected for another reason.",
                difference.counted(),
                countedByA,
                sum(difference, Change::onlyA),
                sum(difference, Change::onlyB),
                sum(difference, Change::otherPage),
                sum(difference, change -> change.a().isPresent() && change.b().isPresent())));
        difference
                .changes()
                .forEach(change ->
                        lines.add(format("%s, first in line %d of %s", text(change), change.line(), change.file())));
        difference.pages().entrySet().stream()
                .limit(TOP_PAGES)
                .forEach(page -> lines.add(format(
                        "Counted differently: %,d by A, %,d by B %s",
                        page.getValue().a(), page.getValue().b(), page.getKey())));
        return lines;
    }

    private static long sum(PolicyDifference difference, Predicate<Change> wanted) {
        return difference.changes().stream()
                .filter(wanted)
                .mapToLong(Change::lines)
                .sum();
    }

    private static String text(Change change) {
        if (change.onlyA()) {
            return format("Counted by A only: %,d, by B %s", change.lines(), reason(change.b()));
        }
        if (change.onlyB()) {
            return format("Counted by B only: %,d, by A %s", change.lines(), reason(change.a()));
        }
        return change.otherPage()
                ? format("Counted for another page: %,d", change.lines())
                : format(
                        "Rejected for another reason: %,d, by A %s, by B %s",
                        change.lines(), reason(change.a()), reason(change.b()));
    }

    private static String reason(Optional<Rejection> reason) {
        return reason.map(why -> why.label() + " (" + why.meaning() + ")").orElse("counted");
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
