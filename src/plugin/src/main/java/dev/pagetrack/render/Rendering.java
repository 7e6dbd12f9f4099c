package dev.pagetrack.render;

import dev.pagetrack.Parallel;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.PageRewriter;
import dev.pagetrack.render.record.FiguresDigest;
import dev.pagetrack.render.record.InputsDigest;
import dev.pagetrack.render.record.PreviousRendering;
import dev.pagetrack.render.record.RecordWriter;
import dev.pagetrack.render.record.RenderRecord;
import dev.pagetrack.render.scan.PageTitles;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.widget.MarkerChecks;
import dev.pagetrack.render.widget.NeededMonths;
import dev.pagetrack.render.widget.PageFigures;
import dev.pagetrack.render.widget.WidgetContainment;
import dev.pagetrack.render.widget.WidgetData;
import dev.pagetrack.render.widget.WidgetTemplate;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
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
    private final RenderInputs inputs;
    private final ForkJoinPool pool;
    private final String digest;
    private final PreviousRendering before;
    private final RecordWriter writer;
    private final Lazy<ReadSite> site;

    /**
     * The pages, once they are read.
     *
     * @param scan the pages and their markers
     * @param templates the templates of the markers by name
     */
    private record ReadSite(SiteScan scan, Map<String, WidgetTemplate> templates) {}

    Rendering(RenderSettings settings, ForkJoinPool pool) {
        this.settings = settings;
        this.pool = pool;
        inputs = RenderInputs.of(settings, pool);
        digest = settings.record().isPresent()
                ? InputsDigest.of(SettingsDigest.of(settings), inputs.widgets().own())
                : "";
        before = PreviousRendering.read(settings.record(), digest);
        writer = new RecordWriter(settings.record());
        site = new Lazy<>(this::read);
    }

    RenderReport run(StatisticsSource source) {
        try (writer) {
            if (!before.covers(inputs.files()) && site.get().scan().marked().isEmpty()) {
                deleteAll(inputs.files().leftovers());
                return nothingToFill(site.get().scan());
            }
            var snapshot = source.read(new Asked());
            var same = isLikeBefore() ? before.withFiguresOf(snapshot) : Optional.<RenderRecord>empty();
            deleteAll(inputs.files().leftovers());
            return same.isPresent() ? unchanged(same.get(), snapshot) : fill(site.get(), snapshot);
        }
    }

    /** Whether the pages, and the totals if they were asked for, are those of the run before: else the site was read. */
    private boolean isLikeBefore() {
        return !site.isComputed();
    }

    /** What is asked of the table, or of the snapshot. */
    private final class Asked implements StatisticsSource.Months {

        /** The totals are known now, and by them the run before may be known to be enough. */
        @Override
        public Set<YearMonth> of(Instant asOf, SortedMap<String, PageTotal> totals) {
            var same = isLikeBefore() ? before.months(asOf, totals) : Optional.<Set<YearMonth>>empty();
            return same.isPresent() ? same.get() : months(site.get(), asOf, totals);
        }

        /** A run that shows referrers leaves no record, so the site was read by now if any are needed. */
        @Override
        public Set<YearMonth> referrers(Instant asOf, SortedMap<String, PageTotal> totals) {
            if (isLikeBefore()) {
                return Set.of();
            }
            var read = site.get();
            return NeededMonths.ofReferrers(read.scan(), read.templates(), end(asOf), totals);
        }
    }

    private Set<YearMonth> months(ReadSite read, Instant asOf, SortedMap<String, PageTotal> totals) {
        return NeededMonths.of(read.scan(), read.templates(), end(asOf), totals);
    }

    /** Where periods end. */
    private Instant end(Instant asOf) {
        return settings.now().orElse(asOf);
    }

    /** Reads the pages, and refuses what is wrong with markers and templates. */
    private ReadSite read() {
        writer.begin();
        var scan = inputs.scan(before::isUnmarked);
        var widgets = inputs.widgets();
        MarkerChecks.requirePages(scan);
        MarkerChecks.requireTemplates(scan, widgets.names());
        var templates = widgets.read(scan.templates());
        MarkerChecks.requirePeriods(scan, templates);
        return new ReadSite(scan, templates);
    }

    private RenderReport fill(ReadSite read, Snapshot snapshot) {
        var scan = read.scan();
        var templates = read.templates();
        var texts = new PageTitles(scan.site(), settings.pages().listed());
        var figures = new PageFigures(scan.site(), snapshot, end(snapshot.asOf()));
        var data = new WidgetData(scan.site(), figures, texts, settings.site(), settings.locale(), snapshot.asOf());
        BiFunction<MarkedPage, Marker, String> content =
                (marked, marker) -> templates.get(marker.template()).render(data.of(marked, marker));
        WidgetContainment.require(scan, templates, content);
        var run = writer.isBegun() && snapshot.referrers().isEmpty()
                ? Optional.of(pool.submit(() -> record(read, snapshot)))
                : Optional.<ForkJoinTask<RenderRecord>>empty();
        var replaced = replace(scan, content);
        var changed = new ArrayList<Path>(replaced.size());
        for (var marked : scan.marked()) {
            if (replaced.containsKey(marked.page().name())) {
                changed.add(marked.page().file());
            }
        }
        if (run.isPresent()) {
            writer.write(run.get().join(), inputs.files().pages(), markedNames(scan), replaced);
        }
        return new RenderReport(
                scan.site().size(),
                scan.markers(),
                changed,
                scan.marked().size() - changed.size(),
                Optional.of(snapshot.asOf()),
                inputs.files().toLookAt(changed),
                warnings(scan, changed));
    }

    /** Fills the pages; those whose files were replaced, with their new versions, by name. */
    private Map<String, FileVersion> replace(SiteScan scan, BiFunction<MarkedPage, Marker, String> content) {
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
    private RenderRecord record(ReadSite read, Snapshot snapshot) {
        boolean showsInstant = false;
        for (var template : read.templates().values()) {
            showsInstant |= template.showsInstant();
        }
        var totals = FiguresDigest.ofTotals(snapshot.asOf(), showsInstant, snapshot.totals());
        var months = List.copyOf(months(read, snapshot.asOf(), snapshot.totals()));
        var figures = FiguresDigest.of(snapshot, totals, months);
        var warnings = SiteWarnings.idle(read.scan(), inputs.injections());
        return new RenderRecord(
                digest, totals, figures, showsInstant, months, read.scan().markers(), warnings, Map.of());
    }

    private static Set<String> markedNames(SiteScan scan) {
        var names = new HashSet<String>();
        for (var marked : scan.marked()) {
            names.add(marked.page().name());
        }
        return names;
    }

    private RenderReport unchanged(RenderRecord known, Snapshot snapshot) {
        return new RenderReport(
                known.pages().size(),
                known.markers(),
                List.of(),
                known.marked(),
                Optional.of(snapshot.asOf()),
                inputs.files().toLookAt(List.of()),
                known.warnings());
    }

    private RenderReport nothingToFill(SiteScan scan) {
        var warnings = scan.site().size() == 0
                ? List.of("The site holds no HTML pages.")
                : SiteWarnings.nothingToFill(scan, inputs.injections());
        return new RenderReport(
                scan.site().size(),
                new TreeMap<>(),
                List.of(),
                0,
                Optional.empty(),
                inputs.files().toLookAt(List.of()),
                warnings);
    }

    private List<String> warnings(SiteScan scan, Collection<Path> changed) {
        var warnings = new ArrayList<>(SiteWarnings.idle(scan, inputs.injections()));
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
