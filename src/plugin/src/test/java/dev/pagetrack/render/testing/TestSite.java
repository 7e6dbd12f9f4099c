package dev.pagetrack.render.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.RenderReport;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.Renderer;
import dev.pagetrack.render.RootLinks;
import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A site in a folder, with figures. */
public final class TestSite implements StatisticsSource {

    public static final Instant AS_OF = Instant.parse("2024-03-10T12:34:56Z");

    private final Path folder;
    private final SortedMap<String, PageTotal> totals = new TreeMap<>();
    private final SortedMap<YearMonth, SortedMap<String, DailyViews>> months = new TreeMap<>();
    private Optional<URI> url = Optional.empty();
    private Locale locale = Locale.ENGLISH;
    private RootLinks rootLinks = RootLinks.DETECTED;
    private int threads = 2;
    private boolean unescaped;
    private PageRules rules = PageRules.NONE;
    private List<InjectRule> injects = List.of();
    private MatchRules matching = MatchRules.WARN;
    private final SortedMap<YearMonth, SortedMap<String, SortedMap<String, Long>>> referrers = new TreeMap<>();
    private Set<YearMonth> monthsRead = Set.of();

    public TestSite(Path folder) {
        this.folder = folder;
    }

    public TestSite page(String name, String html) {
        return file("site/" + name, html.getBytes(UTF_8));
    }

    public TestSite template(String name, String text) {
        return file("widgets/" + name, text.getBytes(UTF_8));
    }

    public TestSite file(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestSite views(String page, long views) {
        totals.put(page, new PageTotal(views, Instant.EPOCH, AS_OF));
        return this;
    }

    /** Views of which only the page path in lower case is known. */
    public TestSite viewsInLowerCase(String page, long views) {
        totals.put(page, new PageTotal(views, Instant.EPOCH, AS_OF, true));
        return this;
    }

    public TestSite month(String month, String page, long... days) {
        months.computeIfAbsent(YearMonth.parse(month), any -> new TreeMap<>()).put(page, DailyViews.of(days));
        return this;
    }

    public TestSite referrer(String month, String page, String host, long views) {
        referrers
                .computeIfAbsent(YearMonth.parse(month), any -> new TreeMap<>())
                .computeIfAbsent(page, any -> new TreeMap<>())
                .put(host, views);
        return this;
    }

    public TestSite url(String address) {
        url = Optional.of(URI.create(address));
        return this;
    }

    public TestSite locale(String tag) {
        locale = Locale.forLanguageTag(tag);
        return this;
    }

    public TestSite threads(int number) {
        threads = number;
        return this;
    }

    public TestSite rules(PageRules some) {
        rules = some;
        return this;
    }

    public TestSite unescaped() {
        unescaped = true;
        return this;
    }

    public TestSite injects(InjectRule... rules) {
        injects = List.of(rules);
        return this;
    }

    public TestSite matching(MatchRules some) {
        matching = some;
        return this;
    }

    public TestSite rootLinks(RootLinks some) {
        rootLinks = some;
        return this;
    }

    public RenderReport render() {
        return render(this);
    }

    /** Renders with figures from another source. */
    public RenderReport render(StatisticsSource figures) {
        var root = new SiteRoot(path("site"), url);
        return new Renderer(new RenderSettings(
                        root,
                        rules,
                        path("widgets"),
                        unescaped,
                        injects,
                        locale,
                        Optional.empty(),
                        Optional.of(path("record")),
                        matching,
                        rootLinks,
                        threads))
                .render(figures);
    }

    public String read(String page) {
        return new String(bytes(page), UTF_8);
    }

    public byte[] bytes(String page) {
        try {
            return Files.readAllBytes(path("site/" + page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public Set<YearMonth> monthsRead() {
        return monthsRead;
    }

    @Override
    public Snapshot read(Months wanted) {
        monthsRead = wanted.of(AS_OF, totals);
        var held = new TreeMap<YearMonth, SortedMap<String, DailyViews>>();
        monthsRead.forEach(month -> held.put(month, months.getOrDefault(month, new TreeMap<>())));
        var hosts = new TreeMap<YearMonth, SortedMap<String, SortedMap<String, Long>>>();
        wanted.referrers(AS_OF, totals)
                .forEach(month -> hosts.put(month, referrers.getOrDefault(month, new TreeMap<>())));
        return new Snapshot(Optional.empty(), AS_OF, totals, held, hosts, 0);
    }
}
