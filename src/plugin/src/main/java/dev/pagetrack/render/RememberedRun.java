package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the rendering before left, if it was asked to do the same.
 *
 * @param record its record
 */
record RememberedRun(Optional<RenderRecord> record) {

    static RememberedRun read(RenderSettings settings, String digest) {
        var file = settings.record();
        var found = file.isPresent() ? RenderRecordFile.read(file.get()) : Optional.<RenderRecord>empty();
        boolean same = found.isPresent() && found.get().settings().equals(digest);
        return new RememberedRun(same ? found : Optional.empty());
    }

    /** Whether a page is known to hold no marker. */
    boolean isUnmarked(String name, FileVersion version) {
        return record.isPresent() && record.get().isUnmarked(name, version);
    }

    /** Whether every page is the one it left, and no other is there. */
    boolean covers(SiteFiles files) {
        if (record.isEmpty() || record.get().pages().size() != files.pages().size()) {
            return false;
        }
        for (var page : files.pages()) {
            var known = record.get().pages().get(page.name());
            if (known == null || !known.version().equals(page.version())) {
                return false;
            }
        }
        return true;
    }

    /** The months it needed, if with these totals the same are needed again. */
    Optional<Set<YearMonth>> months(Instant asOf, SortedMap<String, PageTotal> totals) {
        return record.filter(known -> known.totals().equals(totals(known, asOf, totals)))
                .map(known -> Set.copyOf(known.months()));
    }

    /** Its report, if it had the same figures for these pages, which it {@link #covers}. */
    Optional<RenderReport> report(Snapshot snapshot, SiteFiles files) {
        return record.filter(
                        known -> known.figures().equals(FiguresDigest.of(snapshot, known.totals(), known.months())))
                .map(known -> new RenderReport(
                        known.pages().size(),
                        known.markers(),
                        List.of(),
                        known.marked(),
                        Optional.of(snapshot.asOf()),
                        files.toLookAt(List.of()),
                        known.warnings()));
    }

    private static String totals(RenderRecord known, Instant asOf, SortedMap<String, PageTotal> totals) {
        return FiguresDigest.ofTotals(asOf, known.showsInstant(), totals);
    }
}
