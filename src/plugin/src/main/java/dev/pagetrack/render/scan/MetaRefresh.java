package dev.pagetrack.render.scan;

import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code meta} element that loads a page, at once or after some time. Generators write it into a page that stands for
 * one that has moved; other pages use it to load themselves again.
 *
 * @param immediate whether it does so at once
 * @param link the link to the page, as written
 * @see <a href="https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps">HTML</a>
 */
record MetaRefresh(boolean immediate, String link) {

    private static final Pattern CONTENT = Pattern.compile(
            "\\s*([0-9]*)(?:\\.[0-9.]*)?(?:[\\s;,]\\s*[;,]?\\s*(?:url\\s*=\\s*)?(?:\"([^\"]*)|'([^']*)|(.*)))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads the attribute {@code content}; empty if it only loads the same page again. */
    static Optional<MetaRefresh> of(String content) {
        var matcher = CONTENT.matcher(content);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        for (int group = 2; group <= 4; group++) {
            var link = matcher.group(group);
            if (link != null && !link.isBlank()) {
                return Optional.of(new MetaRefresh(matcher.group(1).matches("0*"), link.strip()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it leads from a page to another one. One that leads at once cannot mean the same page, because that would
     * never end.
     */
    boolean leadsAwayFrom(SitePage page) {
        var path = link.replaceFirst("[?#].*", "");
        if (path.isEmpty()) {
            return false;
        }
        return immediate || !SitePaths.stem(target(page, path)).equals(SitePaths.stem(page.path()));
    }

    private static String target(SitePage page, String link) {
        if (link.startsWith("/") || link.contains("://")) {
            return CanonicalLink.page(link, "").orElse(link);
        }
        var folder = "/" + page.path().substring(0, page.path().lastIndexOf('/') + 1);
        var resolved = Pattern.compile("/(?:\\./)+").matcher(folder + link).replaceAll("/");
        for (String before = ""; !before.equals(resolved); ) {
            before = resolved;
            resolved = resolved.replaceFirst("/[^/]+/\\.\\./", "/");
        }
        return SitePaths.path(resolved.replaceFirst("^/+", "/"));
    }
}
