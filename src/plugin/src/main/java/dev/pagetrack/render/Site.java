package dev.pagetrack.render;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages that exist, by every name that statistics or authors may call them. */
final class Site {

    private final Map<String, SitePage> pages;
    private final Supplier<Map<String, SitePage>> readCanonicals;
    private Map<String, SitePage> canonicals;

    /**
     * @param pages the pages in their order
     * @param readCanonicals finds the pages by the paths of their canonical links; asked once, when a path is looked for
     *     that no file has, for it means reading every page
     */
    Site(Collection<SitePage> pages, Supplier<Map<String, SitePage>> readCanonicals) {
        this.pages = new HashMap<>(pages.size() * 4 / 3 + 1);
        pages.forEach(page -> this.pages.put(page.path(), page));
        this.readCanonicals = readCanonicals;
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
                .or(() -> Optional.ofNullable(canonicals().get(path)));
    }

    private synchronized Map<String, SitePage> canonicals() {
        if (canonicals == null) {
            canonicals = readCanonicals.get();
        }
        return canonicals;
    }
}
