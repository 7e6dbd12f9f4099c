package dev.pagetrack.render.scan;

import dev.pagetrack.Parallel;
import dev.pagetrack.html.IntegrityLinks;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.marker.Injection;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.MarkerFinder;
import dev.pagetrack.render.marker.MarkerParameters;
import dev.pagetrack.render.marker.MarkerReader;
import dev.pagetrack.render.marker.PageMarkers;
import dev.pagetrack.render.marker.Prefilter;
import dev.pagetrack.render.marker.ProblemList;
import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.PageFile;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SiteFiles;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.site.SiteRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiPredicate;

/**
 * The result of reading the whole site once: its pages and their markers. Only names and offsets of a page are kept, so
 * memory grows with the number of pages and not with their size.
 *
 * @param site the pages
 * @param marked the pages to fill, in order
 * @param kinds the different parameters of their markers, each with the number of markers that have them
 * @param compressed compressed copies of pages, in order
 * @param integrityLinks the addresses that pages link to with {@code integrity}, by the names of these pages
 */
public record SiteScan(
        Site site,
        List<MarkedPage> marked,
        Map<MarkerParameters, Integer> kinds,
        List<Path> compressed,
        Map<String, List<String>> integrityLinks) {

    /**
     * A page that was scanned.
     *
     * @param page the page
     * @param marked the page with its markers; empty if it has none
     * @param problems what is wrong in it
     */
    private record ScannedPage(SitePage page, Optional<MarkedPage> marked, List<String> problems) {

        static ScannedPage unmarked(SitePage page) {
            return new ScannedPage(page, Optional.empty(), List.of());
        }
    }

    /**
     * Reads the site.
     *
     * @param files its files
     * @param unmarked tests whether a page is known to have no marker, by name and version
     * @param widgets the names of all widgets
     * @throws RenderException if any marker is wrong, with all problems of all pages
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static SiteScan of(
            SiteRoot root,
            PageRules rules,
            SiteFiles files,
            BiPredicate<String, FileVersion> unmarked,
            Set<String> widgets,
            List<Injection> injections,
            ForkJoinPool pool) {
        var integrityLinks = new ConcurrentSkipListMap<String, List<String>>();
        var reader = new Reader(unmarked, widgets, injections, root.prefix(), new MarkerReader.Cache(), integrityLinks);
        var read = new ScannedPage[files.pages().size()];
        Parallel.forEach(
                pool, read.length, i -> read[i] = reader.read(files.pages().get(i)));
        var pages = new ArrayList<SitePage>(read.length);
        var marked = new ArrayList<MarkedPage>();
        var problems = new ArrayList<String>();
        for (var scanned : read) {
            pages.add(scanned.page());
            problems.addAll(scanned.problems());
            if (scanned.marked().isPresent()) {
                marked.add(scanned.marked().get());
            }
        }
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
        var site = new Site(
                pages,
                rules,
                () -> pool.submit(() -> CanonicalLink.byPath(pages, root.host()))
                        .join());
        return new SiteScan(site, marked, kinds(marked), files.compressed(), integrityLinks);
    }

    /**
     * The pages of a site, of which none is read now.
     *
     * @param files its files
     */
    public static Site unreadSite(SiteRoot root, PageRules rules, SiteFiles files) {
        var pages =
                files.pages().stream().map(file -> page(file, root.prefix())).toList();
        return new Site(pages, rules, () -> CanonicalLink.byPath(pages, root.host()));
    }

    private static SitePage page(PageFile file, String prefix) {
        var inSite = SitePaths.ofFile(file.name());
        return new SitePage(file, prefix.isEmpty() ? inSite : SitePaths.ofFile(prefix + file.name()), inSite);
    }

    private static Map<MarkerParameters, Integer> kinds(List<MarkedPage> pages) {
        var counts = new IdentityHashMap<MarkerParameters, Integer>();
        for (var page : pages) {
            for (var marker : page.markers()) {
                counts.merge(marker.parameters(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The names of the templates that its markers use. */
    public SortedSet<String> templates() {
        var used = new TreeSet<String>();
        for (var kind : kinds.keySet()) {
            used.add(kind.template());
        }
        return used;
    }

    /** The number of markers, by widget. */
    public SortedMap<String, Integer> markers() {
        var counts = new TreeMap<String, Integer>();
        for (var kind : kinds.entrySet()) {
            counts.merge(kind.getKey().widget(), kind.getValue(), Integer::sum);
        }
        return counts;
    }

    /**
     * Reads single pages.
     *
     * @param unmarked tests whether a page is known to have no marker, by name and version
     * @param widgets the names of all widgets
     * @param injections the rules
     * @param prefix the beginning of all page paths
     * @param cache the parameters of markers that were read so far
     * @param integrityLinks takes the links with {@code integrity}
     */
    private record Reader(
            BiPredicate<String, FileVersion> unmarked,
            Set<String> widgets,
            List<Injection> injections,
            String prefix,
            MarkerReader.Cache cache,
            Map<String, List<String>> integrityLinks) {

        ScannedPage read(PageFile found) {
            var page = page(found, prefix);
            if (unmarked.test(found.name(), found.version())) {
                return ScannedPage.unmarked(page);
            }
            var buffer = PageBuffer.read(found.file(), found.version().length());
            var links = IntegrityLinks.in(buffer.bytes(), buffer.length());
            if (!links.isEmpty()) {
                integrityLinks.put(page.name(), links);
            }
            var applicable = injectionsFor(page);
            var mentions = Prefilter.mentions(buffer.bytes(), buffer.length());
            if (mentions.length == 0 && applicable.isEmpty() && !PageCharset.isUtf16(buffer.bytes())) {
                return ScannedPage.unmarked(page);
            }
            return read(page, buffer, mentions, applicable);
        }

        private List<Injection> injectionsFor(SitePage page) {
            return injections.isEmpty()
                    ? injections
                    : injections.stream()
                            .filter(injection -> injection.pages().matches(page.pathInSite()))
                            .toList();
        }

        private ScannedPage read(SitePage page, PageBuffer buffer, int[] found, List<Injection> applicable) {
            var html = buffer.bytes();
            var ascii = PageCharset.ascii(html);
            var mentions = ascii == html ? found : Prefilter.mentions(ascii);
            if (mentions.length == 0 && !mayMatch(applicable, ascii)) {
                return ScannedPage.unmarked(page);
            }
            var problems = new ProblemList(page.name(), html);
            var marked = marked(page, buffer, mentions, applicable, problems);
            return new ScannedPage(page, marked, problems.messages());
        }

        private static boolean mayMatch(List<Injection> applicable, byte[] html) {
            return !applicable.isEmpty() && applicable.stream().anyMatch(injection -> injection.mayMatch(html));
        }

        private Optional<MarkedPage> marked(
                SitePage page, PageBuffer buffer, int[] mentions, List<Injection> applicable, ProblemList problems) {
            var charset = PageCharset.of(buffer.bytes());
            var refusal = charset.problem();
            if (refusal.isPresent()) {
                problems.add(0, refusal.get());
                return Optional.empty();
            }
            var found = MarkerFinder.find(buffer.bytes(), mentions, problems);
            var reader = new MarkerReader(widgets, cache, charset, problems);
            return PageMarkers.of(page, buffer, found, applicable, reader, problems);
        }
    }
}
