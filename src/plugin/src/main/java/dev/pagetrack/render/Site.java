package dev.pagetrack.render;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages that exist, by every name that statistics or authors may call them. */
final class Site {

    private final Map<String, SitePage> pages;
    private final Map<String, SitePage> canonicals;

    /**
     * @param pages the pages in their order
     * @param canonicals the paths of canonical links that differ from their page's own path; where no page has that path,
     *     the first that claims it gets it
     */
    Site(Collection<SitePage> pages, Map<String, SitePage> canonicals) {
        this.pages = new HashMap<>(pages.size() * 4 / 3 + 1);
        pages.forEach(page -> this.pages.put(page.path(), page));
        this.canonicals = Map.copyOf(canonicals);
    }

    int size() {
        return pages.size();
    }

    Collection<SitePage> pages() {
        return pages.values();
    }

    /** The page that a page path means: an exact name first, then {@code a}, {@code a/}, {@code a.html}, then canonical. */
    Optional<SitePage> find(String path) {
        var exact = pages.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        return SitePages.variants(path).stream()
                .map(pages::get)
                .filter(page -> page != null)
                .findFirst()
                .or(() -> Optional.ofNullable(canonicals.get(path)));
    }
}
