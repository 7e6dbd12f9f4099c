package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePatterns;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules for page paths: under which other paths pages were counted, and which pages lists leave out.
 *
 * @param aliases the current page path of each old one
 * @param ignoreCase whether {@code /Blog/A} and {@code /blog/a} are one page
 * @param unlisted patterns of page paths that lists leave out
 */
public record PageRules(Map<String, String> aliases, boolean ignoreCase, List<String> unlisted) {

    /** No aliases, case matters, every page is listed. */
    public static final PageRules NONE = new PageRules(Map.of(), false, List.of());

    public PageRules {
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases)); // sorted, so that equal rules have equal digests
        unlisted = List.copyOf(unlisted);
    }

    /** The pages that lists may name. */
    public PagePatterns listed() {
        return PagePatterns.of(List.of(), unlisted);
    }
}
