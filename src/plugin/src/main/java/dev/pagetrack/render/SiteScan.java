package dev.pagetrack.render;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiPredicate;

/**
 * One reading of the whole site: its pages and their markers. Of a page nothing is kept but names and places, so memory
 * grows with the number of pages and not with their size.
 *
 * @param site the pages
 * @param marked the pages that hold markers, in order
 * @param compressed compressed copies of pages, in order
 */
record SiteScan(Site site, List<MarkedPage> marked, List<Path> compressed) {

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
        var reader = new Reader(root, unmarked, widgets, injections, root.prefix());
        var pages = pool.submit(() -> files.pages().parallelStream()
                        .map(reader::read)
                        .sorted(comparing(scanned -> scanned.page().name()))
                        .toList())
                .join();
        var problems = pages.stream().flatMap(page -> page.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
        return new SiteScan(site(root, rules, pages, pool), marked(pages), files.compressed());
    }

    private static Site site(SiteRoot root, PageRules rules, List<ScannedPage> scanned, ForkJoinPool pool) {
        var pages = scanned.stream().map(ScannedPage::page).toList();
        return new Site(
                pages,
                rules,
                () -> pool.submit(() -> CanonicalLink.names(pages, root.host())).join());
    }

    private static List<MarkedPage> marked(List<ScannedPage> pages) {
        return pages.stream()
                .map(ScannedPage::marked)
                .filter(marked -> marked != null)
                .toList();
    }

    /**
     * Reads single files.
     *
     * @param root where the site lies
     * @param unmarked as above
     * @param widgets the widgets there are
     * @param injections what is to be injected
     * @param prefix what page paths begin with
     */
    private record Reader(
            SiteRoot root,
            BiPredicate<String, FileVersion> unmarked,
            Set<String> widgets,
            List<Injection> injections,
            String prefix) {

        ScannedPage read(SiteFiles.Page found) {
            var name = root.nameOf(found.file());
            var page = new SitePage(found.file(), name, SitePages.ofFile(prefix + name));
            if (unmarked.test(name, found.version())) {
                return new ScannedPage(page, found.version(), null, List.of());
            }
            var buffer = PageBuffer.read(found.file(), Integer.MAX_VALUE);
            var meant = injections.stream()
                    .filter(injection -> injection.pages().matches(page.path()))
                    .toList();
            if (meant.isEmpty() && buffer.mentionsNothing()) {
                return new ScannedPage(page, found.version(), null, List.of());
            }
            return read(page, found.version(), buffer.copy(), meant);
        }

        private ScannedPage read(SitePage page, FileVersion version, byte[] html, List<Injection> meant) {
            var ascii = PageCharset.ascii(html);
            int lastMention = Prefilter.lastMention(ascii);
            if (lastMention < 0 && meant.stream().noneMatch(injection -> injection.mayMatch(ascii))) {
                return new ScannedPage(page, version, null, List.of());
            }
            var problems = new ProblemList(page.name(), html);
            var charset = PageCharset.of(html);
            var all = markers(html, lastMention, meant, charset, problems);
            if (all.isEmpty()) {
                return new ScannedPage(page, version, null, problems.messages());
            }
            var contents = all.injected().isPresent()
                    ? List.<ContentKey>of()
                    : all.markers().stream()
                            .map(marker -> ContentKey.of(html, marker.contentStart(), marker.contentEnd()))
                            .toList();
            var marked = new MarkedPage(
                    page, version, charset, PageHead.hasBase(html), all.markers(), contents, all.injected());
            return new ScannedPage(page, version, marked, problems.messages());
        }

        private PageMarkers markers(
                byte[] html, int lastMention, List<Injection> meant, PageCharset charset, ProblemList problems) {
            var refusal = charset.whyNotFilled();
            if (refusal.isPresent()) {
                problems.add(0, refusal.get());
                return PageMarkers.NONE;
            }
            var found = lastMention < 0 ? List.<FoundMarker>of() : MarkerFinder.find(html, lastMention, problems);
            var reader = new MarkerReader(widgets, charset, problems);
            return PageMarkers.of(html, found, meant, reader, problems);
        }
    }
}
