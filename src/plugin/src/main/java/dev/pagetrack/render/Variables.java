package dev.pagetrack.render;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The variables that templates know, and what they are. README.md says what they mean; {@link WidgetData} has them. */
final class Variables {

    /** Where a value can stand without harm, beside text and quoted attributes. */
    enum Kind {
        /** Any text. */
        TEXT,
        /** A link or a part of one: it can begin a URL. */
        LINK,
        /** Letters, digits and {@code - : . / _ ~ %} at most: it can stand in a script, or without quotes. */
        PLAIN,
        /** No text: true or false, a group of values, a list. */
        NONE
    }

    /**
     * One of them.
     *
     * @param kind what its text is
     * @param parts its own values by name
     */
    record Variable(Kind kind, SortedMap<String, Variable> parts) {

        Variable(Kind kind) {
            this(kind, new TreeMap<>());
        }
    }

    static final String AS_OF = "asOf";

    /** Those that take more than the period's months. */
    static final String TRENDING = "trending";

    static final String HISTORY = "history";

    private static final Variable TEXT = new Variable(Kind.TEXT);
    private static final Variable LINK = new Variable(Kind.LINK);
    private static final Variable PLAIN = new Variable(Kind.PLAIN);
    private static final Variable FLAG = new Variable(Kind.NONE);
    private static final Variable NUMBER =
            new Variable(Kind.TEXT, new TreeMap<>(Map.of("raw", PLAIN, "grouped", TEXT, "compact", TEXT)));
    private static final Variable INSTANT =
            new Variable(Kind.PLAIN, new TreeMap<>(Map.of("time", PLAIN, "date", PLAIN)));

    private static final SortedMap<String, Variable> PAGE = new TreeMap<>(Map.of(
            "title",
            TEXT,
            "href",
            LINK,
            "url",
            LINK,
            "address",
            PLAIN,
            "query",
            LINK,
            "path",
            TEXT,
            "description",
            TEXT));

    private static final SortedMap<String, Variable> ITEM =
            with(PAGE, Map.of("rank", PLAIN, "views", NUMBER, "before", NUMBER, "current", FLAG));

    private static final SortedMap<String, Variable> STEP = new TreeMap<>(Map.of(
            "name", PLAIN, "from", PLAIN, "to", PLAIN, "views", NUMBER, "x", PLAIN, "y", PLAIN, "width", PLAIN,
            "height", PLAIN));

    private static final SortedMap<String, Variable> CHART = with(
            new TreeMap<>(Map.of(
                    "by", PLAIN, "from", PLAIN, "to", PLAIN, "total", NUMBER, "max", NUMBER, "maxName", PLAIN, "width",
                    PLAIN, "height", PLAIN)),
            Map.of("steps", new Variable(Kind.NONE, STEP)));

    /** Those that every template sees. */
    static final Variable ALL = new Variable(
            Kind.NONE,
            with(
                    with(
                            new TreeMap<>(Map.of(
                                    "views",
                                    NUMBER,
                                    "siteViews",
                                    NUMBER,
                                    "position",
                                    NUMBER,
                                    "ranked",
                                    NUMBER,
                                    "lastViewed",
                                    INSTANT,
                                    "asOf",
                                    INSTANT,
                                    "inList",
                                    FLAG)),
                            Map.of("limit", PLAIN, "period", TEXT, "prefix", TEXT, "exclude", TEXT, "locale", TEXT)),
                    Map.of(
                            "items",
                            new Variable(Kind.NONE, ITEM),
                            TRENDING,
                            new Variable(Kind.NONE, ITEM),
                            HISTORY,
                            new Variable(Kind.NONE, CHART),
                            "page",
                            new Variable(Kind.NONE, PAGE))));

    private static final List<String> FORMS = List.of("raw", "grouped", "compact", "date", "time");

    private Variables() {}

    /** What there is instead of a name that does not exist: names like it, or all that some variables have. */
    static String insteadOf(String name, List<Variable> scopes) {
        var names = new TreeSet<String>();
        scopes.forEach(scope -> names.addAll(scope.parts().keySet()));
        FORMS.forEach(names::remove);
        var last = name.substring(name.lastIndexOf('.') + 1);
        var near = names.stream()
                .filter(other -> Spelling.distance(last, other) <= Math.max(1, last.length() / 3))
                .collect(joining(" or "));
        return near.isEmpty() ? "there are " + String.join(", ", names) : "did you mean " + near + "?";
    }

    private static SortedMap<String, Variable> with(Map<String, Variable> some, Map<String, Variable> others) {
        var all = new TreeMap<>(some);
        all.putAll(others);
        return all;
    }
}
