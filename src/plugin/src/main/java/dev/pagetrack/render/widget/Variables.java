package dev.pagetrack.render.widget;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.marker.Spelling;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names and kinds of all variables of templates. README.md explains them; {@link WidgetData} has their values. */
final class Variables {

    /** The places where a value is safe besides text and quoted attributes. */
    enum Kind {
        /** Any text: safe in no other place. */
        TEXT,
        /** A link or a part of one: also safe at the beginning of a URL. */
        LINK,
        /** Only letters, digits and {@code - : . / _ ~ %}: also safe in a script or an attribute without quotes. */
        PLAIN,
        /** Not a text, but true or false, a group of values, or a list. */
        NONE
    }

    /**
     * A variable.
     *
     * @param kind the kind of its text
     * @param parts the values that it has itself, by name
     */
    record Variable(Kind kind, SortedMap<String, Variable> parts) {

        Variable(Kind kind) {
            this(kind, new TreeMap<>());
        }
    }

    static final String AS_OF = "asOf";

    static final String AS_OF_TIME = "asOf.time";

    /** The variables that need the daily views of a period. */
    static final List<String> NEED_DAYS =
            List.of("views", "siteViews", "items", "trending", "position", "ranked", "history");

    /** A variable that also needs the period before. */
    static final String TRENDING = "trending";

    static final String IN_LIST = "inList";

    static final String HISTORY = "history";

    static final String REFERRERS = "referrers";

    static final String SITE_REFERRERS = "siteReferrers";

    /** The variables that need the referrers of the months of a period. */
    static final List<String> NEED_REFERRERS = List.of(REFERRERS, SITE_REFERRERS);

    private static final String[] PAGE = {"text title path description", "link href url query", "plain address"};

    private static final Variable PAGES =
            new Variable(Kind.NONE, with(group(PAGE), group("plain rank", "number views before", "flag current")));

    private static final Variable HOSTS =
            new Variable(Kind.NONE, group("plain rank address", "text host", "number views"));

    private static final Variable STEPS =
            new Variable(Kind.NONE, group("plain name from to x y width height", "number views"));

    private static final Variable CHART = new Variable(
            Kind.NONE,
            with(group("plain by from to maxName width height", "number total max"), Map.of("steps", STEPS)));

    /** The variables that every template sees, as the parts of one. */
    static final Variable ALL = new Variable(
            Kind.NONE,
            with(
                    group(
                            "number views siteViews position ranked",
                            "instant lastViewed asOf",
                            "flag " + IN_LIST,
                            "plain limit",
                            "text period prefix exclude locale"),
                    Map.of("items", PAGES, TRENDING, PAGES, REFERRERS, HOSTS, SITE_REFERRERS, HOSTS, HISTORY, CHART),
                    Map.of("page", new Variable(Kind.NONE, group(PAGE)))));

    private static final List<String> FORMS = List.of("raw", "grouped", "compact", "date", "time");

    private Variables() {}

    /** Suggests variables instead of a name that does not exist: similar names, or all names of the scopes. */
    static String suggestion(String name, List<Variable> scopes) {
        var names = new TreeSet<String>();
        scopes.forEach(scope -> names.addAll(scope.parts().keySet()));
        FORMS.forEach(names::remove);
        var last = name.substring(name.lastIndexOf('.') + 1);
        var similar = names.stream()
                .filter(other -> Spelling.distance(last, other) <= Math.max(1, last.length() / 3))
                .collect(joining(" or "));
        return similar.isEmpty()
                ? "the variables here are " + String.join(", ", names)
                : "did you mean " + similar + "?";
    }

    /**
     * Makes simple variables by name.
     *
     * @param kinds texts that hold a kind and the names of that kind, separated by spaces
     */
    private static SortedMap<String, Variable> group(String... kinds) {
        var group = new TreeMap<String, Variable>();
        for (var kind : kinds) {
            var words = List.of(kind.split(" ", -1));
            words.subList(1, words.size()).forEach(name -> group.put(name, simple(words.get(0))));
        }
        return group;
    }

    private static Variable simple(String kind) {
        return switch (kind) {
            case "text" -> new Variable(Kind.TEXT);
            case "link" -> new Variable(Kind.LINK);
            case "plain" -> new Variable(Kind.PLAIN);
            case "flag" -> new Variable(Kind.NONE);
            case "number" -> new Variable(Kind.TEXT, group("plain raw", "text grouped compact"));
            case "instant" -> new Variable(Kind.PLAIN, group("plain time date"));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @SafeVarargs
    private static SortedMap<String, Variable> with(Map<String, Variable>... groups) {
        var all = new TreeMap<String, Variable>();
        for (var group : groups) {
            all.putAll(group);
        }
        return all;
    }
}
