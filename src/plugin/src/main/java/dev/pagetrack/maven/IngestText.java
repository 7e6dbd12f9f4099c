package dev.pagetrack.maven;

import dev.pagetrack.ingest.DryRunReport;
import dev.pagetrack.ingest.IngestReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The reports of ingestion as lines of the build's log. */
final class IngestText {

    /** The pages a dry run names; the JSON file has all. */
    private static final int TOP_PAGES = 10;

    private IngestText() {}

    static List<String> of(IngestReport report, Duration time) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "Ingested %,d log objects (%,d more were done before): %,d lines, %,d counted (%,d new, %,d counted before), %,d rejected, in %.1f s.",
                report.objects(),
                report.skipped(),
                report.lines(),
                report.counted(),
                report.added(),
                report.known(),
                report.lines() - report.counted(),
                time.toMillis() / 1000.0));
        if (!report.rejected().isEmpty()) {
            lines.add("Rejected: "
                    + report.rejected().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(reason -> format("%s %,d", reason.getKey().label(), reason.getValue()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return lines;
    }

    static List<String> of(DryRunReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "Dry run, nothing is written: %,d log objects, %,d lines, %,d counted, %,d rejected.",
                report.objects(), report.lines(), report.counted(), report.lines() - report.counted()));
        report.rejected()
                .forEach((reason, rejected) -> lines.add(format(
                        "Rejected: %,d %s (%s), first in line %d of %s",
                        rejected.lines(), reason.label(), reason.meaning(), rejected.line(), rejected.file())));
        report.pages().entrySet().stream()
                .limit(TOP_PAGES)
                .forEach(page -> lines.add(format("Counted: %,d %s", page.getValue(), page.getKey())));
        return lines;
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
