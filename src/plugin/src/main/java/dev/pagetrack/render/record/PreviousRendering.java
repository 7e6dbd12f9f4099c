package dev.pagetrack.render.record;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.SiteFiles;
import dev.pagetrack.stats.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the rendering before left, if it was asked to do the same.
 *
 * @param record its record
 */
public record PreviousRendering(Optional<RenderRecord> record) {

    /**
     * Reads what the rendering before left.
     *
     * @param file its record; nothing is remembered without one
     * @param digest what the rendering of now is asked to do
     */
    public static PreviousRendering read(Optional<Path> file, String digest) {
        var found = file.isPresent() ? RenderRecordFile.read(file.get()) : Optional.<RenderRecord>empty();
        boolean same = found.isPresent() && found.get().settings().equals(digest);
        return new PreviousRendering(same ? found : Optional.empty());
    }

    /** Whether a page is known to hold no marker. */
    public boolean isUnmarked(String name, FileVersion version) {
        return record.isPresent() && record.get().isUnmarked(name, version);
    }

    /** Whether every page is the one it left, and no other is there. */
    public boolean covers(SiteFiles files) {
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
    public Optional<Set<YearMonth>> months(Instant asOf, SortedMap<String, PageTotal> totals) {
        return record.filter(known -> known.totals().equals(totals(known, asOf, totals)))
                .map(known -> Set.copyOf(known.months()));
    }

    /** Its record, if its figures were those of a snapshot, whose totals are known to be the same. */
    public Optional<RenderRecord> withFiguresOf(Snapshot snapshot) {
        return record.filter(
                known -> known.figures().equals(FiguresDigest.of(snapshot, known.totals(), known.months())));
    }

    private static String totals(RenderRecord known, Instant asOf, SortedMap<String, PageTotal> totals) {
        return FiguresDigest.ofTotals(asOf, known.showsInstant(), totals);
    }
}
