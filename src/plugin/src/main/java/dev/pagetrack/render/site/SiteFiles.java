package dev.pagetrack.render.site;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The files of a site that matter here.
 *
 * @param pages its pages, in the order of their names
 * @param compressed compressed copies of pages, in order
 * @param leftovers temporary files of a run that was killed
 */
public record SiteFiles(List<PageFile> pages, List<Path> compressed, Collection<Path> leftovers) {

    private static final String TEMPORARY = ".pagetrack-";
    private static final String TEMPORARY_END = ".tmp";

    /**
     * The file beside a page in which its new bytes are written before they take its place. The name is short and plain
     * whatever the page's is, for the longest names and for platforms that cannot spell it.
     */
    public static Path temporary(Path page, int number) {
        return page.resolveSibling(TEMPORARY + number + TEMPORARY_END);
    }

    /** Whether a file of this name is {@link #temporary}. */
    static boolean isTemporary(String name) {
        return name.startsWith(TEMPORARY) && name.endsWith(TEMPORARY_END);
    }

    /** The page to look at after a rendering: the first of the site, else one that changed, else any. */
    public Optional<Path> toLookAt(List<Path> changed) {
        for (var page : pages) {
            if (page.name().equals("index.html")) {
                return Optional.of(page.file());
            }
        }
        if (!changed.isEmpty()) {
            return Optional.of(changed.get(0));
        }
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(0).file());
    }
}
