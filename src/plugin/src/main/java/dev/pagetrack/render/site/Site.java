package dev.pagetrack.render.site;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The pages that exist, by every name that statistics or authors may call them. */
public final class Site {

    private final Map<String, SitePage> pages;

    /** By their paths in lower case; only where case is ignored, and only those that no other page is called like. */
    private final Map<String, SitePage> folded;

    private final Map<String, SitePage> aliases = new HashMap<>();
    private final boolean ignoreCase;
    private final Supplier<Map<String, SitePage>> readCanonicals;
    private Map<String, SitePage> canonicals;
    private Map<String, SitePage> inLowerCase;
    private Map<String, SitePage> inAnyCase;

    /**
     * @param pages the pages in their order
     * @param rules what they are called beside the names of their files
     * @param readCanonicals finds the pages by the paths of their canonical links; asked once, when a path is looked for
     *     that no file has, for it means reading every page
     * @throws RenderException if an alias means no page of the site
     */
    public Site(Collection<SitePage> pages, PageRules rules, Supplier<Map<String, SitePage>> readCanonicals) {
        this.pages = new HashMap<>(pages.size() * 4 / 3 + 1);
        for (var page : pages) {
            this.pages.put(page.path(), page);
        }
        this.readCanonicals = readCanonicals;
        this.ignoreCase = rules.ignoreCase();
        folded = ignoreCase ? folded(List.of(this.pages)) : Map.of();
        rules.aliases().keySet().forEach(old -> aliases.put(old, target(old, rules.aliases())));
    }

    /** Names in lower case; those that then mean several pages mean none. */
    private static Map<String, SitePage> folded(List<Map<String, SitePage>> all) {
        var folded = new HashMap<String, SitePage>();
        var ambiguous = new HashSet<String>();
        for (var names : all) {
            names.forEach((name, page) -> {
                var lower = name.toLowerCase(Locale.ROOT);
                var other = folded.put(lower, page);
                if (other != null && !other.equals(page)) {
                    ambiguous.add(lower);
                }
            });
        }
        folded.keySet().removeAll(ambiguous);
        return folded;
    }

    /** An alias may lead to another alias, when a page has moved twice. */
    private SitePage target(String old, Map<String, String> all) {
        var path = all.get(old);
        for (int i = 0; i < all.size() && all.containsKey(path) && named(path).isEmpty(); i++) {
            path = all.get(path);
        }
        return named(path)
                .orElseThrow(
                        () -> new RenderException("<aliases> (pagetrack.aliases): " + old + " means " + all.get(old)
                                + ", and the site has no such page: write the path of one, or remove the alias."));
    }

    public int size() {
        return pages.size();
    }

    public Collection<SitePage> pages() {
        return pages.values();
    }

    /**
     * The page that a page path means: an exact name first, then {@code a}, {@code a/}, {@code a.html}, then the same in
     * another case where that is ignored, then an alias, then a canonical link, these two in the same spellings.
     */
    public Optional<SitePage> find(String path) {
        var exact = pages.get(path);
        return exact == null ? findOther(path) : Optional.of(exact);
    }

    private Optional<SitePage> findOther(String path) {
        return named(path)
                .or(() -> byVariants(path, aliases))
                .or(() -> byVariants(path, canonicals()))
                .or(() -> ignoreCase ? byVariants(path.toLowerCase(Locale.ROOT), inAnyCase()) : Optional.empty());
    }

    /**
     * The page that a page path means which is only known in lower case. Of several that differ in case only, it is the
     * first: their views were counted together, and cannot be told apart.
     */
    public Optional<SitePage> findInLowerCase(String path) {
        return find(path).or(() -> byVariants(path, inLowerCase()));
    }

    private synchronized Map<String, SitePage> inLowerCase() {
        if (inLowerCase == null) {
            inLowerCase = new HashMap<>();
            for (var names : List.of(pages, aliases, canonicals())) {
                new TreeMap<>(names)
                        .forEach((name, page) -> inLowerCase.putIfAbsent(name.toLowerCase(Locale.ROOT), page));
            }
        }
        return inLowerCase;
    }

    private synchronized Map<String, SitePage> inAnyCase() {
        if (inAnyCase == null) {
            inAnyCase = folded(List.of(pages, aliases, canonicals()));
        }
        return inAnyCase;
    }

    private Optional<SitePage> named(String path) {
        return byVariants(path, pages)
                .or(() -> folded.isEmpty() ? Optional.empty() : byVariants(path.toLowerCase(Locale.ROOT), folded));
    }

    private static Optional<SitePage> byVariants(String path, Map<String, SitePage> by) {
        var exact = by.get(path);
        if (exact != null || by.isEmpty()) {
            return Optional.ofNullable(exact);
        }
        return SitePaths.variants(path).stream()
                .map(by::get)
                .filter(page -> page != null)
                .findFirst();
    }

    private synchronized Map<String, SitePage> canonicals() {
        if (canonicals == null) {
            canonicals = readCanonicals.get();
        }
        return canonicals;
    }
}
