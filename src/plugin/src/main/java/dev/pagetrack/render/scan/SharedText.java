package dev.pagetrack.render.scan;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the titles of most pages share: the name of the site, as a whole title, or before or after a separator.
 *
 * @param whole texts that most pages have as their title or heading
 * @param suffixes what most titles end with, each with the separator before it, the longest first
 * @param prefixes what nearly all titles begin with, each with the separator after it, the longest first
 */
record SharedText(Set<String> whole, List<String> suffixes, List<String> prefixes) {

    private static final String SPACE = "[\\s\\p{Z}]";

    /**
     * Separates the title of a page from the name of its site. Those that also occur in words or sentences need space
     * around them; a colon needs it only after it, and what never stands in a word needs none.
     */
    private static final String MARK = "(?:[|\\-–—―·•⋅∙:»«›‹→/@~]|::|--)";

    private static final Pattern SEPARATOR =
            Pattern.compile(SPACE + "+" + MARK + SPACE + "+|" + SPACE + "*[|｜»›：・／＠－—]" + SPACE + "*|:" + SPACE + "+");

    private static final Pattern EMPTY_SIDE = Pattern.compile("^(?:" + MARK + "|[｜：・／＠－])(?:" + SPACE + ".*)?$");
    private static final Pattern DANGLING = Pattern.compile(SPACE + "+(?:" + MARK + "|[｜：・／＠－])$|[|｜]$");

    /** The least number of titles that show a prefix: two may well begin alike. */
    private static final int TITLES_WITH_PREFIX = 3;

    /**
     * Compares titles.
     *
     * @param kinds the titles of different kinds; each list has the titles of one kind, such as all headings
     */
    static SharedText of(Collection<List<String>> kinds) {
        var whole = new HashSet<String>();
        var suffixes =
                new TreeSet<String>(comparing(String::length, reverseOrder()).thenComparing(text -> text));
        var prefixes = new TreeSet<String>(suffixes.comparator());
        for (var kind : kinds) {
            var titles = kind.stream().filter(title -> !title.isEmpty()).toList();
            whole.addAll(most(titles, counts(titles)));
            suffixes.addAll(most(titles, counts(parts(titles, true))));
            prefixes.addAll(prefixes(titles));
        }
        return new SharedText(whole, List.copyOf(suffixes), List.copyOf(prefixes));
    }

    private static List<String> prefixes(List<String> titles) {
        return counts(parts(titles, false)).entrySet().stream()
                .filter(entry -> entry.getValue() >= TITLES_WITH_PREFIX && 4 * entry.getValue() >= 3 * titles.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> most(List<String> titles, Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && 2 * entry.getValue() > titles.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> counts(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }

    /** All that follows a separator, with it, or all that precedes one. */
    private static List<String> parts(List<String> titles, boolean after) {
        var parts = new ArrayList<String>();
        for (var title : titles) {
            if (after && EMPTY_SIDE.matcher(title).matches()) {
                parts.add(" " + title); // the space before it was lost at the beginning of the title
            }
            var separator = SEPARATOR.matcher(title);
            while (separator.find()) {
                if (separator.start() > 0 && separator.end() < title.length()) {
                    parts.add(after ? title.substring(separator.start()) : title.substring(0, separator.end()));
                }
            }
        }
        return parts;
    }

    /** The part of a title that is the page's own; empty if there is none. */
    String own(String title) {
        if (whole.contains(title) || isSiteName(title)) {
            return "";
        }
        var own = title;
        for (var suffix : suffixes) {
            if (own.endsWith(suffix)) {
                own = own.substring(0, own.length() - suffix.length());
                break;
            }
        }
        for (var prefix : prefixes) {
            if (own.startsWith(prefix)) {
                own = own.substring(prefix.length());
                break;
            }
        }
        own = HeadingText.oneLine(DANGLING.matcher(own).replaceFirst(""));
        return EMPTY_SIDE.matcher(own).matches() || isSiteName(own) ? "" : own;
    }

    /** A title without a separator at its beginning or end. */
    static String withoutEmptySide(String title) {
        var end = DANGLING.matcher(title).replaceFirst("");
        return EMPTY_SIDE.matcher(end).matches() ? end.replaceFirst("^\\S+", "").strip() : end;
    }

    /** Whether a title is all that others have beside the separator. */
    private boolean isSiteName(String title) {
        for (var suffix : suffixes) {
            if (title.equals(withoutSeparator(suffix, true))) {
                return true;
            }
        }
        for (var prefix : prefixes) {
            if (title.equals(withoutSeparator(prefix, false))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutSeparator(String affix, boolean atStart) {
        var separator = SEPARATOR.matcher(affix);
        int from = 0;
        while (separator.find(from)) {
            if (atStart) {
                return affix.substring(separator.end());
            }
            if (separator.end() == affix.length()) {
                return affix.substring(0, separator.start());
            }
            from = separator.end();
        }
        return affix;
    }
}
