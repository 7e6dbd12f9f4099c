package dev.pagetrack.render;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Parallel;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.PageRewriter;
import dev.pagetrack.render.match.MatchReport;
import dev.pagetrack.render.record.FiguresDigest;
import dev.pagetrack.render.record.InputsDigest;
import dev.pagetrack.render.record.PreviousRendering;
import dev.pagetrack.render.record.RecordWriter;
import dev.pagetrack.render.record.RenderRecord;
import dev.pagetrack.render.scan.Articles;
import dev.pagetrack.render.scan.PageTitles;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.FileLikePages;
import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.PageFile;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.widget.EmptyLists;
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
 * One run of a {@link Renderer}. If file times and figures show that nothing has changed since the previous rendering,
 * it reads no page.
 */
final class Rendering {

    private final RenderSettings settings;
    private final RenderInputs inputs;
    private final ForkJoinPool pool;
    private final String digest;
    private final PreviousRendering previous;
    private final RecordWriter writer;
    private final Lazy<ReadSite> site;

    /**
     * The site after its pages were read.
     *
     * @param scan the pages and their markers
     * @param templates the templates that the markers need, by name
     */
    private record ReadSite(SiteScan scan, Map<String, WidgetTemplate> templates) {}

    Rendering(RenderSettings settings, ForkJoinPool pool) {
        this.settings = settings;
        this.pool = pool;
        inputs = RenderInputs.of(settings, pool);
        digest = settings.record().isPresent()
                ? InputsDigest.of(SettingsDigest.of(settings), inputs.widgets().userTemplates())
                : "";
        previous = PreviousRendering.read(settings.record(), digest);
        writer = new RecordWriter(settings.record());
        site = new Lazy<>(this::read);
    }

    RenderReport run(StatisticsSource source) {
        try (writer) {
            if (!previous.covers(inputs.files()) && site.get().scan().marked().isEmpty()) {
                deleteAll(inputs.files().leftovers());
                return nothingToFill(site.get().scan());
            }
            var snapshot = source.read(new RequestedMonths());
            var unchanged = isLikePrevious() ? previous.withFiguresOf(snapshot) : Optional.<RenderRecord>empty();
            deleteAll(inputs.files().leftovers());
            return unchanged.isPresent() ? unchanged(unchanged.get(), snapshot) : fill(site.get(), snapshot);
        }
    }

    /**
     * Whether the pages, and the totals if they were compared, are those of the previous rendering. If not, the site
     * was read.
     */
    private boolean isLikePrevious() {
        return !site.isComputed();
    }

    /** The months that are requested from the table, or from the saved snapshot. */
    private final class RequestedMonths implements StatisticsSource.Months {

        /**
         * Now the totals are known. If they are those of the previous rendering, so are the months, and no page is
         * read.
         */
        @Override
        public Set<YearMonth> of(Instant asOf, SortedMap<String, PageTotal> totals) {
            var months = isLikePrevious() ? previous.months(asOf, totals) : Optional.<Set<YearMonth>>empty();
            return months.isPresent() ? months.get() : months(site.get(), asOf, totals);
        }

        /**
         * A rendering that shows referrers leaves no record. So if referrers are needed, the site was read before this
         * call.
         */
        @Override
        public Set<YearMonth> referrers(Instant asOf, SortedMap<String, PageTotal> totals) {
            if (isLikePrevious()) {
                return Set.of();
            }
            var read = site.get();
            return NeededMonths.ofReferrers(read.scan(), read.templates(), end(asOf), totals);
        }
    }

    private Set<YearMonth> months(ReadSite read, Instant asOf, SortedMap<String, PageTotal> totals) {
        return NeededMonths.of(read.scan(), read.templates(), end(asOf), totals);
    }

    /** The instant at which periods end. */
    private Instant end(Instant asOf) {
        return settings.now().orElse(asOf);
    }

    /** Reads the pages, and checks markers and templates. */
    private ReadSite read() {
        writer.begin();
        var scan = inputs.scan(previous::isUnmarked);
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
        var titles = new PageTitles(scan.site(), settings.pages().listed(), articles(scan));
        var figures = new PageFigures(scan.site(), snapshot, end(snapshot.asOf()));
        var matching = MatchReport.of(figures.match(scan.site(), settings.site()), settings.matching());
        var scripted = new ScriptedPages(scan, pool);
        var data = new WidgetData(
                scan.site(),
                figures,
                titles,
                settings.site(),
                settings.locale(),
                snapshot.asOf(),
                scripted.needLinksFromRoot(settings));
        BiFunction<MarkedPage, Marker, String> content =
                (marked, marker) -> requireNonNull(templates.get(marker.template()), marker.template())
                        .render(data.of(marked, marker));
        WidgetContainment.require(scan, templates, content);
        var record = writer.isBegun() && snapshot.referrers().isEmpty()
                ? Optional.of(pool.submit(() -> record(read, snapshot)))
                : Optional.<ForkJoinTask<RenderRecord>>empty();
        var replaced = replace(scan, content);
        var changed = new ArrayList<Path>(replaced.size());
        for (var marked : scan.marked()) {
            if (replaced.containsKey(marked.page().name())) {
                changed.add(marked.page().file());
            }
        }
        var warnings = new ArrayList<>(SiteWarnings.unusedRules(scan, inputs.injections(), settings.site()));
        warnings.addAll(scripted.warnings(settings, templates.values().stream().anyMatch(WidgetTemplate::mayLink)));
        warnings.addAll(matching.warnings());
        if (matching.warnings().isEmpty() && !snapshot.totals().isEmpty()) {
            warnings.addAll(EmptyLists.warnings(scan, templates, data));
        }
        var notes = new ArrayList<>(matching.notes());
        FileLikePages.advice(unviewed(scan, snapshot)).ifPresent(notes::add);
        if (record.isPresent()) {
            var run = record.get().join().withMessages(warnings, notes);
            writer.write(run, recordable(scan), markedNames(scan), replaced);
        }
        return new RenderReport(
                scan.site().size(),
                scan.markers(),
                changed,
                scan.marked().size() - changed.size(),
                Optional.of(snapshot.asOf()),
                inputs.files().pageToOpen(changed),
                withStaleFiles(warnings, scan, changed, replaced.keySet()),
                notes);
    }

    private static List<String> unviewed(SiteScan scan, Snapshot snapshot) {
        return scan.site().pages().stream()
                .map(SitePage::path)
                .filter(path -> !snapshot.totals().containsKey(path))
                .toList();
    }

    /** What tells articles from other pages; empty if no marker asks for articles. */
    private Optional<Articles> articles(SiteScan scan) {
        boolean any =
                scan.kinds().keySet().stream().anyMatch(kind -> kind.selection().articles());
        return any ? Optional.of(new Articles(scan.site(), settings.pages().articles())) : Optional.empty();
    }

    /**
     * The pages that the next rendering need not read. Those that hold hashes of other pages are read each time, because
     * these others may change.
     */
    private List<PageFile> recordable(SiteScan scan) {
        return inputs.files().pages().stream()
                .filter(page -> !scan.integrityLinks().containsKey(page.name()))
                .toList();
    }

    /** Fills the pages. Returns the new versions of those whose files were replaced, by name. */
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

    /** The record for the next rendering, without the pages and the messages. */
    private RenderRecord record(ReadSite read, Snapshot snapshot) {
        boolean showsInstant = false;
        for (var template : read.templates().values()) {
            showsInstant |= template.showsInstant();
        }
        var totals = FiguresDigest.ofTotals(snapshot.asOf(), showsInstant, snapshot.totals());
        var months = List.copyOf(months(read, snapshot.asOf(), snapshot.totals()));
        var figures = FiguresDigest.of(snapshot, totals, months);
        return new RenderRecord(
                digest, totals, figures, showsInstant, months, read.scan().markers(), List.of(), List.of(), Map.of());
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
                inputs.files().pageToOpen(List.of()),
                withOutsideLinks(known.warnings()),
                known.notes());
    }

    private RenderReport nothingToFill(SiteScan scan) {
        var warnings = scan.site().size() == 0
                ? List.of("The site holds no HTML pages.")
                : SiteWarnings.nothingToFill(scan, inputs.injections(), settings.site());
        return new RenderReport(
                scan.site().size(),
                new TreeMap<>(),
                List.of(),
                0,
                Optional.empty(),
                inputs.files().pageToOpen(List.of()),
                withOutsideLinks(warnings),
                List.of());
    }

    /** Adds the warnings that are due only once, when files have changed. */
    private List<String> withStaleFiles(
            List<String> warnings, SiteScan scan, Collection<Path> changed, Set<String> names) {
        var all = withOutsideLinks(warnings);
        SiteWarnings.staleCopies(scan, changed).ifPresent(all::add);
        all.addAll(StaleHashes.warnings(inputs.files(), scan, settings.site(), names));
        return all;
    }

    private List<String> withOutsideLinks(List<String> warnings) {
        var all = new ArrayList<>(warnings);
        SiteWarnings.outsideLinks(inputs.files()).ifPresent(all::add);
        return all;
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
