package dev.pagetrack.render;

import dev.pagetrack.Parallel;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.table.PageTotal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiFunction;

/**
 * One run of a {@link Renderer}. Where nothing has changed since the run before, for all that file times and figures tell,
 * it reads no page.
 */
final class Rendering {

    private final RenderSettings settings;
    private final ForkJoinPool pool;
    private final WidgetTemplates templates;
    private final List<Injection> injections;
    private final SiteFiles files;
    private final String digest;
    private final RememberedRun before;
    private SiteScan scan;
    private Optional<RecordWriter> record = Optional.empty();
    private Set<YearMonth> months = Set.of();

    Rendering(RenderSettings settings, ForkJoinPool pool) {
        this.settings = settings;
        this.pool = pool;
        templates = WidgetTemplates.in(settings.widgetDirectory(), settings.unescaped());
        injections = Injections.of(settings.injects(), templates.names());
        files = SiteWalk.of(settings.site().folder(), pool);
        digest = settings.record().isPresent() ? RunDigest.of(settings) : "";
        before = RememberedRun.read(settings, digest);
    }

    RenderReport run(StatisticsSource source) {
        try {
            if (!before.covers(files)) {
                readSite();
                if (scan.marked().isEmpty()) {
                    deleteAll(files.leftovers());
                    return nothingToFill();
                }
            }
            var snapshot = source.read(new Asked());
            var same = scan == null ? before.report(snapshot, files) : Optional.<RenderReport>empty();
            deleteAll(files.leftovers());
            if (same.isPresent()) {
                return same.get();
            }
            readSite();
            return fill(snapshot);
        } finally {
            if (record.isPresent()) {
                record.get().close();
            }
        }
    }

    /** What is asked of the table, or of the snapshot. */
    private final class Asked implements StatisticsSource.Months {

        @Override
        public Set<YearMonth> of(Instant asOf, SortedMap<String, PageTotal> totals) {
            return months(asOf, totals);
        }

        /** A run that shows referrers leaves no record, so the site was read by now if any are needed. */
        @Override
        public Set<YearMonth> referrers(Instant asOf, SortedMap<String, PageTotal> totals) {
            return scan == null
                    ? Set.of()
                    : NeededMonths.ofReferrers(scan, templates, settings.now().orElse(asOf), totals);
        }
    }

    /** The months that are needed; asked when the totals are known, by which the run before may be known to be enough. */
    private Set<YearMonth> months(Instant asOf, SortedMap<String, PageTotal> totals) {
        var same = scan == null ? before.months(asOf, totals) : Optional.<Set<YearMonth>>empty();
        if (same.isPresent()) {
            months = same.get();
        } else {
            readSite();
            months = NeededMonths.of(scan, templates, settings.now().orElse(asOf), totals);
        }
        return months;
    }

    /** Reads the pages, unless that was done, and refuses what is wrong with markers and templates. */
    private void readSite() {
        if (scan != null) {
            return;
        }
        record = RecordWriter.begin(settings.record());
        scan = SiteScan.of(
                settings.site(), settings.pages(), files, before::isUnmarked, templates.names(), injections, pool);
        MarkerChecks.requirePages(scan);
        MarkerChecks.requireTemplates(scan, templates.names());
        for (var template : scan.templates()) {
            templates.prepare(template);
        }
        MarkerChecks.requirePeriods(scan, templates);
    }

    private RenderReport fill(Snapshot snapshot) {
        var end = settings.now().orElse(snapshot.asOf());
        var texts = new PageTexts(scan.site(), settings.pages().listed());
        var figures = new PageFigures(scan.site(), snapshot, end);
        var data = new WidgetData(scan.site(), figures, texts, settings.site(), settings.locale(), snapshot.asOf());
        BiFunction<MarkedPage, Marker, String> content =
                (marked, marker) -> templates.render(marker.template(), data.of(marked, marker));
        WidgetFit.require(scan, templates, content);
        boolean recorded = record.isPresent() && snapshot.referrers().isEmpty();
        var run = recorded
                ? Optional.of(pool.submit(() -> record(snapshot)))
                : Optional.<ForkJoinTask<RenderRecord>>empty();
        var replaced = replace(content);
        var changed = new ArrayList<Path>(replaced.size());
        for (var marked : scan.marked()) {
            if (replaced.containsKey(marked.page().name())) {
                changed.add(marked.page().file());
            }
        }
        if (run.isPresent()) {
            record.get().write(run.get().join(), files.pages(), markedNames(), replaced);
        }
        return new RenderReport(
                scan.site().size(),
                scan.markers(),
                changed,
                scan.marked().size() - changed.size(),
                Optional.of(snapshot.asOf()),
                files.toLookAt(changed),
                warnings(scan, injections, changed));
    }

    /** Fills the pages; those whose files were replaced, with their new versions, by name. */
    private Map<String, FileVersion> replace(BiFunction<MarkedPage, Marker, String> content) {
        var rewriter = new PageRewriter();
        var replaced = new ConcurrentHashMap<String, FileVersion>();
        Parallel.forEach(pool, scan.marked().size(), i -> {
            var marked = scan.marked().get(i);
            var version = rewriter.fill(marked, content);
            if (version.isPresent()) {
                replaced.put(marked.page().name(), version.get());
            }
        });
        return replaced;
    }

    /** What the next rendering should know of this one, without its pages. */
    private RenderRecord record(Snapshot snapshot) {
        boolean showsInstant = false;
        for (var template : scan.templates()) {
            showsInstant |= templates.showsInstant(template);
        }
        var totals = FiguresDigest.ofTotals(snapshot.asOf(), showsInstant, snapshot.totals());
        var needed = List.copyOf(new TreeSet<>(months));
        var figures = FiguresDigest.of(snapshot, totals, needed);
        var warnings = SiteWarnings.idle(scan, injections);
        return new RenderRecord(digest, totals, figures, showsInstant, needed, scan.markers(), warnings, Map.of());
    }

    private Set<String> markedNames() {
        var names = new HashSet<String>();
        for (var marked : scan.marked()) {
            names.add(marked.page().name());
        }
        return names;
    }

    private RenderReport nothingToFill() {
        var warnings = scan.site().size() == 0
                ? List.of("The site holds no HTML pages.")
                : SiteWarnings.nothingToFill(scan, injections);
        return new RenderReport(
                scan.site().size(),
                new TreeMap<>(),
                List.of(),
                0,
                Optional.empty(),
                files.toLookAt(List.of()),
                warnings);
    }

    private static List<String> warnings(SiteScan scan, List<Injection> injections, Collection<Path> changed) {
        var warnings = new ArrayList<>(SiteWarnings.idle(scan, injections));
        var stale = SiteWarnings.stale(scan, changed);
        if (stale.isPresent()) {
            warnings.add(stale.get());
        }
        return warnings;
    }

    private static void deleteAll(Collection<Path> files) {
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary file " + file + " cannot be deleted: " + e, e);
            }
        }
    }
}
