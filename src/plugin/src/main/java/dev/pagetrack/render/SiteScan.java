package dev.pagetrack.render;

import static java.util.Comparator.comparing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * One reading of the whole site: its pages and their markers. Of a page nothing is kept but names and places, so memory
 * grows with the number of pages and not with their size.
 *
 * @param site the pages
 * @param marked the pages that hold markers, in order
 * @param compressed compressed copies of pages, in order
 * @param leftovers temporary files of a run that was killed
 */
record SiteScan(Site site, List<MarkedPage> marked, List<Path> compressed, Collection<Path> leftovers) {

    /**
     * What one file holds.
     *
     * @param page the page
     * @param marked its markers; null if it has none
     * @param problems what is wrong with them
     */
    private record ScannedPage(SitePage page, MarkedPage marked, List<String> problems) {}

    /**
     * Reads the site.
     *
     * @throws RenderException if the site root is no folder, or any marker is wrong
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    static SiteScan of(SiteRoot root, Set<String> widgets, List<Injection> injections, ForkJoinPool pool) {
        if (!Files.isDirectory(root.folder())) {
            var what = Files.exists(root.folder()) ? "is a file" : "does not exist";
            throw new RenderException("siteRoot " + root.folder() + " " + what
                    + ": build the site first, or set siteRoot to the folder of its HTML");
        }
        var reader = new Reader(root, widgets, injections, root.prefix());
        var walk = new SiteWalk<>(reader::read);
        walk.walk(root.folder(), pool);
        var pages = walk.results().stream()
                .sorted(comparing(scanned -> scanned.page().name()))
                .toList();
        var problems = pages.stream().flatMap(page -> page.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
        var compressed = walk.compressed().stream().sorted().toList();
        return new SiteScan(site(root, pages, pool), marked(pages), compressed, walk.leftovers());
    }

    private static Site site(SiteRoot root, List<ScannedPage> scanned, ForkJoinPool pool) {
        var pages = scanned.stream().map(ScannedPage::page).toList();
        return new Site(
                pages,
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
     * @param widgets the widgets there are
     * @param injections what is to be injected
     * @param prefix what page paths begin with
     */
    private record Reader(SiteRoot root, Set<String> widgets, List<Injection> injections, String prefix) {

        ScannedPage read(Path file, BasicFileAttributes attributes) {
            var html = SitePage.read(file);
            var name = name(file);
            var page = new SitePage(file, name, SitePages.ofFile(prefix + name));
            var ascii = PageCharset.ascii(html);
            int lastMention = Prefilter.lastMention(ascii);
            var meant = injections.stream()
                    .filter(injection -> injection.pages().matches(page.path()))
                    .toList();
            if (lastMention < 0 && meant.stream().noneMatch(injection -> injection.mayMatch(ascii))) {
                return new ScannedPage(page, null, List.of());
            }
            var problems = new ProblemList(name, html);
            var charset = PageCharset.of(html);
            var all = markers(html, lastMention, meant, charset, problems);
            if (all.isEmpty()) {
                return new ScannedPage(page, null, problems.messages());
            }
            var contents = all.injected().isPresent()
                    ? List.<ContentKey>of()
                    : all.markers().stream()
                            .map(marker -> ContentKey.of(html, marker.contentStart(), marker.contentEnd()))
                            .toList();
            var version = new FileVersion(attributes.size(), attributes.lastModifiedTime());
            var marked = new MarkedPage(page, version, charset, all.markers(), contents, all.injected());
            return new ScannedPage(page, marked, problems.messages());
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

        /** The file's name below the site root. Where the platform cannot spell it, its URI still holds the bytes. */
        private String name(Path file) {
            var name = root.folder().relativize(file).toString().replace(File.separatorChar, '/');
            if (name.indexOf('\uFFFD') < 0) {
                return name;
            }
            var folder = root.folder().toUri().getRawPath();
            return SitePages.decoded(file.toUri().getRawPath().substring(folder.length()));
        }
    }
}
