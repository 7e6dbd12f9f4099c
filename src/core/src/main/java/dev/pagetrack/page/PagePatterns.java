package dev.pagetrack.page;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Selects pages by patterns of page paths: {@code *} matches any characters except {@code /}, {@code **} matches any
 * characters, {@code ?} matches one character except {@code /}.
 */
public final class PagePatterns {

    /** All pages. */
    public static final PagePatterns ALL = of(List.of(), List.of());

    private final List<String> includeTexts;
    private final List<String> excludeTexts;
    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    private PagePatterns(List<String> includes, List<String> excludes) {
        this.includeTexts = List.copyOf(includes);
        this.excludeTexts = List.copyOf(excludes);
        this.includes = includes.stream().map(PagePatterns::compile).toList();
        this.excludes = excludes.stream().map(PagePatterns::compile).toList();
    }

    /**
     * Creates a selection of pages.
     *
     * @param includes a page must match one of these; if there are none, every page matches
     * @param excludes a page must match none of these
     */
    public static PagePatterns of(List<String> includes, List<String> excludes) {
        return new PagePatterns(includes, excludes);
    }

    /** The patterns of which a page must match one, as the user wrote them. */
    public List<String> includes() {
        return includeTexts;
    }

    /** The patterns of which a page must match none, as the user wrote them. */
    public List<String> excludes() {
        return excludeTexts;
    }

    /** Whether these patterns select a page. */
    public boolean matches(String page) {
        return (includes.isEmpty() || any(includes, page)) && (excludes.isEmpty() || !any(excludes, page));
    }

    /** Whether one of the patterns of {@link #includes} matches a page. Without patterns, none does. */
    public boolean names(String page) {
        return any(includes, page);
    }

    private static boolean any(List<Pattern> patterns, String page) {
        for (var pattern : patterns) {
            if (pattern.matcher(page).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern compile(String glob) {
        // Page paths have no leading slash, except the root, which is a slash only.
        var relative = PageCharacters.composed(glob.length() > 1 && glob.startsWith("/") ? glob.substring(1) : glob);
        var regex = new StringBuilder();
        for (int i = 0; i < relative.length(); i++) {
            char c = relative.charAt(i);
            if (relative.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
