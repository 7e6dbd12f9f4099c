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
 * What the previous rendering recorded, if it had the same settings, templates and program.
 *
 * @param record its record; empty if there is none, or its inputs were different
 */
public record PreviousRendering(Optional<RenderRecord> record) {

    /**
     * Reads the record of the previous rendering.
     *
     * @param file the file of the record; without one, renderings leave no record
     * @param digest the {@link InputsDigest} of the present rendering
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

    /** Whether the site has exactly the pages of the record, each in the same version. */
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

    /** The months that it needed, if the totals are the same, so that the same months are needed again. */
    public Optional<Set<YearMonth>> months(Instant asOf, SortedMap<String, PageTotal> totals) {
        return record.filter(known -> known.totals().equals(totals(known, asOf, totals)))
                .map(known -> Set.copyOf(known.months()));
    }

    /** Its record, if its figures were those of the snapshot. The totals must have been found to be the same. */
    public Optional<RenderRecord> withFiguresOf(Snapshot snapshot) {
        return record.filter(
                known -> known.figures().equals(FiguresDigest.of(snapshot, known.totals(), known.months())));
    }

    private static String totals(RenderRecord known, Instant asOf, SortedMap<String, PageTotal> totals) {
        return FiguresDigest.ofTotals(asOf, known.showsInstant(), totals);
    }
}
