package dev.pagetrack.render.site;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of a site that matter for a rendering.
 *
 * @param pages its pages, sorted by name
 * @param compressed compressed copies of pages, sorted
 * @param precaches files that may list pages with hashes, as those of service workers do, sorted
 * @param outsideLinks symbolic links to pages outside the site, which are not rendered, sorted
 * @param leftovers temporary files of a run that was killed
 */
public record SiteFiles(
        List<PageFile> pages,
        List<Path> compressed,
        List<Path> precaches,
        List<Path> outsideLinks,
        Collection<Path> leftovers) {

    private static final String TEMPORARY = ".pagetrack-";
    private static final String TEMPORARY_END = ".tmp";

    /**
     * The temporary file beside a page, to which its new bytes are written before the file is moved over the page. Its
     * name is short and in ASCII, so that it works beside the longest names and names that the platform cannot
     * represent.
     */
    public static Path temporary(Path page, int number) {
        return page.resolveSibling(TEMPORARY + number + TEMPORARY_END);
    }

    /** Whether a file of this name is a {@linkplain #temporary temporary} one. */
    static boolean isTemporary(String name) {
        return name.startsWith(TEMPORARY) && name.endsWith(TEMPORARY_END);
    }

    /** The page that a user should open after a rendering: the home page, else one that changed, else any. */
    public Optional<Path> pageToOpen(List<Path> changed) {
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

    static boolean isPage(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }
}
