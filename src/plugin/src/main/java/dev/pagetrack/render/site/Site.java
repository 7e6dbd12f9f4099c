package dev.pagetrack.render.site;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages of a site, which are found by every path that statistics or authors may use for them. */
public final class Site {

    private final Map<String, SitePage> pages;

    /** Pages by their path in lower case, if case is ignored. A path that several pages would share is left out. */
    private final Map<String, SitePage> byLowerCasePath;

    private final Map<String, SitePage> aliases = new HashMap<>();
    private final boolean ignoreCase;
    private final Supplier<Map<String, SitePage>> readCanonicals;
    private @Nullable Map<String, SitePage> canonicals;
    private @Nullable Map<String, SitePage> byPathInSite;
    private @Nullable Map<String, SitePage> firstByLowerCaseName;
    private @Nullable Map<String, SitePage> uniqueByLowerCaseName;

    /**
     * @param pages the pages in their order
     * @param rules under which other paths they are known
     * @param readCanonicals finds the pages by the paths of their canonical links. It reads every page, so it is called
     *     at most once, and only for a path that no file has
     * @throws RenderException if an alias leads to no page of the site
     */
    public Site(Collection<SitePage> pages, PageRules rules, Supplier<Map<String, SitePage>> readCanonicals) {
        this.pages = new HashMap<>(pages.size() * 4 / 3 + 1);
        for (var page : pages) {
            this.pages.put(page.path(), page);
        }
        this.readCanonicals = readCanonicals;
        this.ignoreCase = rules.ignoreCase();
        byLowerCasePath = ignoreCase ? byUniqueLowerCaseName(List.of(this.pages)) : Map.of();
        rules.aliases().keySet().forEach(old -> aliases.put(old, aliasTarget(old, rules.aliases())));
    }

    /** The pages by their names in lower case. A name that several pages would share is left out. */
    private static Map<String, SitePage> byUniqueLowerCaseName(List<Map<String, SitePage>> all) {
        var byName = new HashMap<String, SitePage>();
        var ambiguous = new HashSet<String>();
        for (var names : all) {
            names.forEach((name, page) -> {
                var lower = name.toLowerCase(Locale.ROOT);
                var other = byName.put(lower, page);
                if (other != null && !other.equals(page)) {
                    ambiguous.add(lower);
                }
            });
        }
        byName.keySet().removeAll(ambiguous);
        return byName;
    }

    /** The page of an alias. An alias may lead to another alias, if a page was moved twice. */
    private SitePage aliasTarget(String old, Map<String, String> all) {
        var path = requireNonNull(all.get(old), old);
        for (int i = 0; i < all.size() && all.containsKey(path) && ofFile(path).isEmpty(); i++) {
            path = requireNonNull(all.get(path), path);
        }
        return ofFile(path)
                .orElseThrow(
                        () -> new RenderException("<aliases> (pagetrack.aliases): " + old + " means " + all.get(old)
                                + ", but the site has no such page: write the path of a page of the site,"
                                + " or remove the alias."));
    }

    public int size() {
        return pages.size();
    }

    public Collection<SitePage> pages() {
        return pages.values();
    }

    /**
     * The page that a page path means. First the path is looked for as it is, then as {@code a}, {@code a/} and
     * {@code a.html}, then in another case if case is ignored, then among the aliases, then among the canonical links.
     * For these two, the same spellings count.
     */
    public Optional<SitePage> find(String path) {
        var exact = pages.get(path);
        return exact == null ? findOther(path) : Optional.of(exact);
    }

    /** The page that an author means by a path: as the table has it, or below the site's own address. */
    public Optional<SitePage> findWritten(String path) {
        return find(path).or(() -> byVariants(path, byPathInSite()));
    }

    private synchronized Map<String, SitePage> byPathInSite() {
        if (byPathInSite == null) {
            var byPath = new HashMap<String, SitePage>();
            pages.values().forEach(page -> byPath.put(page.pathInSite(), page));
            byPathInSite = byPath;
        }
        return byPathInSite;
    }

    private Optional<SitePage> findOther(String path) {
        return ofFile(path)
                .or(() -> byVariants(path, aliases))
                .or(() -> byVariants(path, canonicals()))
                .or(() -> ignoreCase
                        ? byVariants(path.toLowerCase(Locale.ROOT), uniqueByLowerCaseName())
                        : Optional.empty());
    }

    /**
     * The page that a page path means of which only the lower case is known. If the paths of several pages differ only
     * in case, it is the first of them: their views were counted together and cannot be separated.
     */
    public Optional<SitePage> findInLowerCase(String path) {
        return find(path).or(() -> byVariants(path, firstByLowerCaseName()));
    }

    private synchronized Map<String, SitePage> firstByLowerCaseName() {
        if (firstByLowerCaseName == null) {
            var byName = new HashMap<String, SitePage>();
            for (var names : List.of(pages, aliases, canonicals())) {
                new TreeMap<>(names).forEach((name, page) -> byName.putIfAbsent(name.toLowerCase(Locale.ROOT), page));
            }
            firstByLowerCaseName = byName;
        }
        return firstByLowerCaseName;
    }

    private synchronized Map<String, SitePage> uniqueByLowerCaseName() {
        if (uniqueByLowerCaseName == null) {
            uniqueByLowerCaseName = byUniqueLowerCaseName(List.of(pages, aliases, canonicals()));
        }
        return uniqueByLowerCaseName;
    }

    /** The page whose file has this path. */
    private Optional<SitePage> ofFile(String path) {
        return byVariants(path, pages)
                .or(() -> byLowerCasePath.isEmpty()
                        ? Optional.empty()
                        : byVariants(path.toLowerCase(Locale.ROOT), byLowerCasePath));
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
