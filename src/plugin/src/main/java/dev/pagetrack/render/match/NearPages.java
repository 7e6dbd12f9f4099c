package dev.pagetrack.render.match;

import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Finds the page of a site that most likely is a page with another path: it has the same last part of the path (except
 * for case, punctuation and a date before it), or a title that would become that part.
 */
final class NearPages {

    private static final Pattern DATE = Pattern.compile("^(?:19|20)[0-9]{2}-?[01][0-9]-?[0-3][0-9]-+(?=.)");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<SitePage>> bySlug = new HashMap<>();
    private final Site site;
    private final Supplier<Map<String, String>> titles;
    private Optional<Map<String, List<SitePage>>> byTitle = Optional.empty();

    /**
     * @param titles the titles of the pages by page path; asked for at most once, if no path is near
     */
    NearPages(Site site, Supplier<Map<String, String>> titles) {
        this.site = site;
        this.titles = titles;
        for (var page : site.pages()) {
            add(bySlug, slug(page.path()), page);
        }
    }

    /** The path of the page that is nearest to a path; empty if none is near, or several are. */
    Optional<String> of(String path) {
        var slug = slug(path);
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        return nearest(path, bySlug.getOrDefault(slug, List.of()))
                .or(() -> nearest(path, byTitle().getOrDefault(slug, List.of())))
                .map(SitePage::path);
    }

    /** The page that shares most folders with a path; empty if several do. */
    private static Optional<SitePage> nearest(String path, List<SitePage> pages) {
        Optional<SitePage> nearest = Optional.empty();
        int most = -1;
        for (var page : pages) {
            int shared = sharedParts(path, page.path());
            if (shared > most) {
                nearest = Optional.of(page);
                most = shared;
            } else if (shared == most) {
                nearest = Optional.empty();
            }
        }
        return nearest;
    }

    private static int sharedParts(String one, String other) {
        var parts = new HashSet<>(List.of(lowerCase(one).split("/", -1)));
        parts.retainAll(List.of(lowerCase(other).split("/", -1)));
        return parts.size();
    }

    private static String lowerCase(String path) {
        return SitePaths.stem(path).toLowerCase(Locale.ROOT);
    }

    private Map<String, List<SitePage>> byTitle() {
        if (byTitle.isEmpty()) {
            var pages = new HashMap<String, List<SitePage>>();
            var all = titles.get();
            for (var page : site.pages()) {
                var title = all.get(page.path());
                if (title != null) {
                    add(pages, normal(title), page);
                }
            }
            byTitle = Optional.of(pages);
        }
        return byTitle.get();
    }

    private static void add(Map<String, List<SitePage>> pages, String slug, SitePage page) {
        if (!slug.isEmpty()) {
            pages.computeIfAbsent(slug, any -> new ArrayList<>()).add(page);
        }
    }

    /** What tells a page's path from others; empty if it is only a number, as in {@code page/2/}. */
    private static String slug(String path) {
        var stem = SitePaths.stem(path);
        var last = stem.substring(stem.lastIndexOf('/') + 1);
        var slug = normal(DATE.matcher(last).replaceFirst(""));
        return slug.chars().allMatch(Character::isDigit) ? "" : slug;
    }

    private static String normal(String text) {
        var plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }
}
