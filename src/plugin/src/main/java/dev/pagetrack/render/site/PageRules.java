package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePatterns;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules for page paths: under which other paths pages were counted, which pages lists leave out, and which are articles.
 *
 * @param aliases the current page path of each old one
 * @param ignoreCase whether {@code /Blog/A} and {@code /blog/a} are one page
 * @param unlisted patterns of page paths that lists leave out
 * @param articles patterns of the page paths of articles; empty to tell articles by what pages say of themselves
 */
public record PageRules(Map<String, String> aliases, boolean ignoreCase, List<String> unlisted, List<String> articles) {

    /** No aliases, case matters, every page is listed. */
    public static final PageRules NONE = new PageRules(Map.of(), false, List.of());

    public PageRules {
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases)); // sorted, so that equal rules have equal digests
        unlisted = List.copyOf(unlisted);
        articles = List.copyOf(articles);
    }

    /** Rules without patterns of articles. */
    public PageRules(Map<String, String> aliases, boolean ignoreCase, List<String> unlisted) {
        this(aliases, ignoreCase, unlisted, List.of());
    }

    /** The pages that lists may name. */
    public PagePatterns listed() {
        return PagePatterns.of(List.of(), unlisted);
    }
}
