package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.render.scan.ArticleSigns;
import dev.pagetrack.render.scan.RebuiltContainers;
import dev.pagetrack.render.site.PageFile;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads a sample of a site's pages, to find what their theme has in common. */
final class SamplePages {

    private static final String INDEX = "index.html";

    /** The approximate number of pages to read, spread over the site. */
    private static final int SAMPLE = 300;

    private SamplePages() {}

    /**
     * Collects the places of a site's theme from its home page and a sample of other pages. The order does not depend
     * on the file system.
     *
     * @throws RenderException if the site has no page
     */
    static ThemePlaces of(Path siteRoot) throws IOException {
        var names = names(siteRoot);
        if (names.isEmpty()) {
            throw new RenderException(
                    siteRoot + " holds no HTML page: build the site first, then run pagetrack:init again");
        }
        int step = Math.max(1, names.size() / SAMPLE);
        var places = new ThemePlaces();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (i % step == 0 || name.equals(INDEX)) {
                // The names of elements and classes are ASCII in every charset that pages have.
                var html = Files.readAllBytes(siteRoot.resolve(name));
                var rebuilt = RebuiltContainers.in(html);
                rebuilt.ifPresent(places::addRebuilt);
                places.add(
                        path(name),
                        rebuilt.isPresent() ? withoutRebuilt(html) : parsed(html),
                        ArticleSigns.of(html) != ArticleSigns.Sign.NONE);
            }
        }
        return places;
    }

    private static Document parsed(byte[] html) {
        return Parser.htmlParser().setTrackPosition(true).parseInput(new String(html, ISO_8859_1), "");
    }

    /** The page without the elements whose content a script builds anew: a widget in them would vanish. */
    private static Document withoutRebuilt(byte[] html) {
        var page = parsed(html);
        for (var element : page.getAllElements()) {
            boolean attached = element.ownerDocument() != null; // not inside of one that was removed
            boolean special = element.normalName().equals("body") || element.attributesSize() > 0;
            if (attached
                    && special
                    && element.sourceRange().isTracked()
                    && RebuiltContainers.isAt(html, element.sourceRange().startPos())) {
                element.remove();
            }
        }
        return page;
    }

    private static List<String> names(Path siteRoot) {
        return SiteWalk.of(siteRoot, ForkJoinPool.commonPool()).pages().stream()
                .map(PageFile::name)
                .toList();
    }

    private static String path(String name) {
        if (name.equals(INDEX)) {
            return "/";
        }
        return name.endsWith("/" + INDEX) ? name.substring(0, name.length() - INDEX.length()) : name;
    }
}
