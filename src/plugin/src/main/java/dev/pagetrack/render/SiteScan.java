package dev.pagetrack.render;

import dev.pagetrack.Parallel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiPredicate;

/**
 * One reading of the whole site: its pages and their markers. Of a page nothing is kept but names and places, so memory
 * grows with the number of pages and not with their size.
 *
 * @param site the pages
 * @param marked the pages that hold markers, in order
 * @param kinds what their markers ask for, and how many do
 * @param compressed compressed copies of pages, in order
 */
record SiteScan(Site site, List<MarkedPage> marked, Map<MarkerKind, Integer> kinds, List<Path> compressed) {

    /**
     * What one file holds.
     *
     * @param page the page
     * @param version its file
     * @param marked its markers; null if it has none
     * @param problems what is wrong with them
     */
    private record ScannedPage(SitePage page, FileVersion version, MarkedPage marked, List<String> problems) {}

    /**
     * Reads the site.
     *
     * @param files its files
     * @param unmarked whether a page is known to hold no marker, by name and version
     * @throws RenderException if any marker is wrong
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    static SiteScan of(
            SiteRoot root,
            PageRules rules,
            SiteFiles files,
            BiPredicate<String, FileVersion> unmarked,
            Set<String> widgets,
            List<Injection> injections,
            ForkJoinPool pool) {
        var reader = new Reader(unmarked, widgets, injections, root.prefix(), new MarkerReader.Known());
        var read = new ScannedPage[files.pages().size()];
        Parallel.forEach(pool, read.length, i -> read[i] = reader.read(files.pages().get(i)));
        var pages = new ArrayList<SitePage>(read.length);
        var marked = new ArrayList<MarkedPage>();
        var problems = new ArrayList<String>();
        for (var scanned : read) {
            pages.add(scanned.page());
            problems.addAll(scanned.problems());
            if (scanned.marked() != null) {
                marked.add(scanned.marked());
            }
        }
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
        var site = new Site(
                pages,
                rules,
                () -> pool.submit(() -> CanonicalLink.names(pages, root.host())).join());
        return new SiteScan(site, marked, MarkerKind.count(marked), files.compressed());
    }

    /** The names of the templates that its markers use. */
    SortedSet<String> templates() {
        var used = new TreeSet<String>();
        for (var kind : kinds.keySet()) {
            used.add(kind.template());
        }
        return used;
    }

    /** How many markers there are, by widget. */
    SortedMap<String, Integer> markers() {
        var counts = new TreeMap<String, Integer>();
        for (var kind : kinds.entrySet()) {
            counts.merge(kind.getKey().widget(), kind.getValue(), Integer::sum);
        }
        return counts;
    }

    /**
     * Reads single files.
     *
     * @param unmarked as above
     * @param widgets the widgets there are
     * @param injections what is to be injected
     * @param prefix what page paths begin with
     * @param known what was understood in other pages
     */
    private record Reader(
            BiPredicate<String, FileVersion> unmarked,
            Set<String> widgets,
            List<Injection> injections,
            String prefix,
            MarkerReader.Known known) {

        ScannedPage read(SiteFiles.Page found) {
            var page = new SitePage(found.file(), found.name(), SitePages.ofFile(prefix + found.name()));
            if (unmarked.test(found.name(), found.version())) {
                return new ScannedPage(page, found.version(), null, List.of());
            }
            var buffer = PageBuffer.read(found.file(), found.version().length());
            var meant = meantFor(page);
            var mentions = buffer.mentions();
            if (mentions.length == 0 && meant.isEmpty() && !PageCharset.isUtf16(buffer.bytes())) {
                return new ScannedPage(page, found.version(), null, List.of());
            }
            return read(page, found.version(), buffer, mentions, meant);
        }

        private List<Injection> meantFor(SitePage page) {
            return injections.isEmpty()
                    ? injections
                    : injections.stream()
                            .filter(injection -> injection.pages().matches(page.path()))
                            .toList();
        }

        private ScannedPage read(
                SitePage page, FileVersion version, PageBuffer buffer, int[] found, List<Injection> meant) {
            var html = buffer.bytes();
            var ascii = PageCharset.ascii(html);
            var mentions = ascii == html ? found : Prefilter.mentions(ascii);
            if (mentions.length == 0 && !mayMatch(meant, ascii)) {
                return new ScannedPage(page, version, null, List.of());
            }
            var problems = new ProblemList(page.name(), html);
            var charset = PageCharset.of(html);
            var all = markers(buffer, mentions, meant, charset, problems);
            if (all.isEmpty()) {
                return new ScannedPage(page, version, null, problems.messages());
            }
            var contents = new ArrayList<ContentKey>();
            if (all.injected().isEmpty()) {
                for (var marker : all.markers()) {
                    contents.add(ContentKey.of(html, marker.contentStart(), marker.contentEnd()));
                }
            }
            var marked = new MarkedPage(
                    page, version, charset, hasBase(html, all.markers()), all.markers(), contents, all.injected());
            return new ScannedPage(page, version, marked, problems.messages());
        }

        private static boolean mayMatch(List<Injection> meant, byte[] html) {
            return !meant.isEmpty() && meant.stream().anyMatch(injection -> injection.mayMatch(html));
        }

        private static boolean hasBase(byte[] html, List<Marker> markers) {
            for (var marker : markers) {
                if (!marker.element().isEmpty() && !PageHead.mayHold(marker.element())) {
                    return PageHead.hasBase(html, marker.start());
                }
            }
            return PageHead.hasBase(html);
        }

        private PageMarkers markers(
                PageBuffer page, int[] mentions, List<Injection> meant, PageCharset charset, ProblemList problems) {
            var refusal = charset.whyNotFilled();
            if (refusal.isPresent()) {
                problems.add(0, refusal.get());
                return PageMarkers.NONE;
            }
            var found = MarkerFinder.find(page.bytes(), mentions, problems);
            var reader = new MarkerReader(widgets, known, charset, problems);
            return PageMarkers.of(page.bytes(), page.length(), found, meant, reader, problems);
        }
    }
}
