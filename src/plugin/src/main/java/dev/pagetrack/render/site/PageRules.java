package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePatterns;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a site's pages are called beside the names of their files, and which of them lists leave out.
 *
 * @param aliases page paths of now by those of before
 * @param ignoreCase whether {@code /Blog/A} and {@code /blog/a} are one page
 * @param unlisted patterns of the page paths that no list names
 */
public record PageRules(Map<String, String> aliases, boolean ignoreCase, List<String> unlisted) {

    /** No aliases, exact names, everything listed. */
    public static final PageRules NONE = new PageRules(Map.of(), false, List.of());

    public PageRules {
        aliases = Collections.unmodifiableMap(new TreeMap<>(aliases)); // in one order, for equal rules to digest alike
        unlisted = List.copyOf(unlisted);
    }

    /** The pages that lists may name. */
    public PagePatterns listed() {
        return PagePatterns.of(List.of(), unlisted);
    }
}
