package dev.pagetrack.render.match;

import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.site.SiteRoot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the setting that is probably wrong if the pages of the table are not those of the site.
 *
 * @param site the pages that exist
 * @param root the site's address as it is set now
 * @param viewedPages how many pages of the site have views in the table
 * @param counted how many page paths in the table have views
 * @param unmatched those of them that belong to no page of the site
 */
record LikelyCause(Site site, SiteRoot root, int viewedPages, int counted, Set<String> unmatched) {

    /** What to do, as a sentence; empty if no single setting would explain most of the paths. */
    Optional<String> find() {
        return otherCase().or(this::otherPrefix);
    }

    private Optional<String> otherCase() {
        var byLowerCase = new HashMap<String, String>();
        for (var page : site.pages()) {
            byLowerCase.put(lowerCase(page.path()), page.path());
        }
        var found = new HashSet<String>();
        String example = "";
        for (var path : unmatched) {
            var page = byLowerCase.get(lowerCase(path));
            if (page != null && found.add(page) && example.isEmpty()) {
                example = path + " in the table, " + page + " in the site";
            }
        }
        return explains(found.size(), counted)
                ? Optional.of("The paths differ only in case (" + example
                        + "): set <ignoreCase> (pagetrack.ignoreCase) to true.")
                : Optional.empty();
    }

    private static String lowerCase(String path) {
        return SitePaths.stem(path).toLowerCase(Locale.ROOT);
    }

    private Optional<String> otherPrefix() {
        var counts = matchesByPrefix();
        counts.remove(root.pathPrefix());
        if (site.size() > 1) {
            counts.values().removeIf(names -> names.equals(Set.of(""))); // any folder could be that of the home page
        }
        String best = "";
        int most = 0;
        for (var entry : counts.entrySet()) {
            int count = entry.getValue().size();
            if (count > most || (count == most && isSimpler(entry.getKey(), best))) {
                best = entry.getKey();
                most = count;
            }
        }
        return explains(most, countedBelow(best)) ? Optional.of(advice(best)) : Optional.empty();
    }

    private static boolean isSimpler(String one, String other) {
        return one.length() != other.length() ? one.length() < other.length() : one.compareTo(other) < 0;
    }

    /** The pages of the site that would have views if the site lay below a path, by that path. */
    private Map<String, Set<String>> matchesByPrefix() {
        var names = new HashSet<String>();
        for (var page : site.pages()) {
            names.add(nameInSite(page));
        }
        var counts = new HashMap<String, Set<String>>();
        for (var path : unmatched) {
            var stem = SitePaths.stem(path);
            if (names.contains("") && path.endsWith("/")) {
                add(counts, path.equals("/") ? "" : path, "");
            }
            for (int i = 0; i < stem.length(); i = afterSlash(stem, i)) {
                if (names.contains(stem.substring(i))) {
                    add(counts, stem.substring(0, i), stem.substring(i));
                }
            }
        }
        return counts;
    }

    private static int afterSlash(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash + 1;
    }

    private static void add(Map<String, Set<String>> counts, String prefix, String name) {
        counts.computeIfAbsent(prefix, any -> new HashSet<>()).add(name);
    }

    private static String nameInSite(SitePage page) {
        return page.pathInSite().equals("/") ? "" : SitePaths.stem(page.pathInSite());
    }

    private int countedBelow(String prefix) {
        return (int) unmatched.stream().filter(path -> path.startsWith(prefix)).count();
    }

    /** Whether a cause gives views to more pages than have some now, and to most that could have some. */
    private boolean explains(int pages, int comparable) {
        return pages > viewedPages && pages >= 2 * viewedPages && 2 * pages >= Math.min(site.size(), comparable);
    }

    private String advice(String prefix) {
        var url = root.url();
        var host = url.map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElse("https://example.com");
        var address = host + "/" + prefix.replace(" ", "%20");
        return (prefix.isEmpty()
                        ? "The paths in the table do not begin with " + root.pathPrefix()
                        : "In the table, the paths of the site begin with " + prefix)
                + ": set <siteUrl> (pagetrack.siteUrl) to "
                + (url.isPresent() ? "" : "the address of the site, such as ") + address + ".";
    }
}
