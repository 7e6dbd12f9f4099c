package dev.pagetrack.render.marker;

import static java.util.Comparator.comparingInt;

import dev.pagetrack.html.ByteOffsets;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.html.RawText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Collector;

/**
 * Finds where in a page injections belong. jsoup applies the selectors and tells where elements stand; what it tells is
 * only believed where {@link HtmlTokenizer} sees a tag, too, for where a browser repairs bad nesting, an element is not
 * where its tags are.
 */
final class InjectPlaces {

    private static final Set<String> DOCUMENT = Set.of("html", "head", "body");

    /**
     * A place for a widget.
     *
     * @param injection what belongs there
     * @param from the place in the skeleton
     * @param to the same, or the end of the element to replace
     * @param parent the element that will hold the widget
     */
    record Place(Injection injection, int from, int to, Element parent) {

        /** Whether an element stands there that will be gone. */
        boolean replaces() {
            return to > from;
        }

        /** The widget in the page. */
        Marker marker(GeneratedPage page) {
            var opening = injection.opening(Arrays.copyOfRange(page.html(), from, to));
            return new Marker(
                    injection.parameters(),
                    "",
                    ElementRules.isList(parent.normalName()),
                    page.inFile(from),
                    from,
                    to,
                    ContentKey.of(page.html(), from, to),
                    Optional.of(new Marker.Injected(injection, opening, EnclosingElements.in(parent))));
        }
    }

    private final GeneratedPage skeleton;
    private final GeneratedPage.Text text;
    private final ByteOffsets offsets;
    private final ProblemList problems;

    /** The tags of the skeleton: where they begin, and their ends. */
    private final Map<Integer, Integer> startTags = new HashMap<>();

    private final Map<Integer, Integer> endTags = new HashMap<>();

    /** Where the skeleton can be cut, for all that is known: between a tag and what is beside it. */
    private final Set<Integer> cuts = new HashSet<>();

    private InjectPlaces(GeneratedPage skeleton, GeneratedPage.Text text, ProblemList problems) {
        this.skeleton = skeleton;
        this.text = text;
        this.offsets = text.offsets();
        this.problems = problems;
    }

    /** The places in their order, at one place that of the injections; where one has no place, the problems say why. */
    static List<Place> find(
            List<Injection> injections, GeneratedPage skeleton, PageCharset charset, ProblemList problems) {
        var matching = injections.stream()
                .filter(injection -> injection.mayMatch(skeleton.html()))
                .toList();
        if (matching.isEmpty()) {
            return List.of();
        }
        var text = skeleton.text(charset.charset());
        var document = Parser.htmlParser().setTrackPosition(true).parseInput(text.value(), "");
        var finder = new InjectPlaces(skeleton, text, problems);
        var places = new ArrayList<Place>();
        for (var injection : matching) {
            var seen = new HashSet<Integer>(); // repairing bad nesting, a parser makes several elements of one tag
            for (var element : Collector.collect(injection.selector(), document)) {
                if (seen.add(element.sourceRange().startPos())) {
                    finder.place(injection, element, places);
                }
            }
        }
        places.sort(comparingInt(Place::from).thenComparing(Place::replaces));
        return places;
    }

    private void place(Injection injection, Element element, List<Place> places) {
        if (startTags.isEmpty()) {
            readTags();
        }
        var tag = new Tag(element);
        var why = tag.whyNot(injection.position());
        if (why.isEmpty()) {
            places.add(tag.place(injection, injection.position().isInside() ? element : element.parent()));
        } else {
            problems.add(skeleton.inFile(tag.start), injection.name() + ": <" + element.normalName() + "> " + why);
        }
    }

    private void readTags() {
        var tokens = new HtmlTokenizer(skeleton.html());
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.COMMENT) {
                (token == Token.START_TAG ? startTags : endTags).put(tokens.start(), tokens.end());
                cuts.add(tokens.start());
                cuts.add(tokens.endOfRawText());
            }
        }
        cuts.add(skeleton.html().length);
    }

    /** The bytes of one element. */
    private final class Tag {
        private final String name;
        private final int start;
        private final int contentStart;
        private final int contentEnd;
        private final int end;
        private final boolean hasStart;
        private final boolean hasEnd;
        private final boolean holdsNothing;

        Tag(Element element) {
            var first = element.sourceRange();
            var last = element.endSourceRange();
            name = element.normalName();
            start = offsets.of(first.startPos());
            contentStart = offsets.of(first.endPos());
            boolean alone = !last.isTracked() || last.endPos() <= first.endPos();
            holdsNothing = ElementRules.isVoid(name)
                    || RawText.isIn(name)
                    || (alone && text.value().startsWith("/>", first.endPos() - 2));
            contentEnd = alone ? contentStart : offsets.of(last.startPos());
            end = alone ? contentStart : offsets.of(last.endPos());
            hasStart = first.isTracked() && Integer.valueOf(contentStart).equals(startTags.get(start));
            hasEnd = alone
                    ? holdsNothing
                    : RawText.isIn(name)
                            ? endTags.containsValue(end)
                            : Integer.valueOf(end).equals(endTags.get(contentEnd));
        }

        /** Why nothing can stand there; empty if something can. */
        String whyNot(InjectPosition position) {
            boolean document = DOCUMENT.contains(name);
            if (name.equals("html") || (document && !position.isInside())) {
                return "frames the page: prepend to head or body, or append to them";
            }
            if (position.isInside() && holdsNothing) {
                return "holds no elements: use before or after";
            }
            boolean needsStart = !document && position != InjectPosition.APPEND;
            if (needsStart && !hasStart) {
                return "has no start tag there: name another element";
            }
            if (position == InjectPosition.APPEND && !hasEnd && !cuts.contains(contentEnd)) {
                return "has no end there: name another element";
            }
            boolean needsEnd = position == InjectPosition.AFTER || position == InjectPosition.REPLACE;
            return needsEnd && !hasEnd ? "has no end tag of its own: use append, or name another element" : "";
        }

        Place place(Injection injection, Element parent) {
            return switch (injection.position()) {
                case BEFORE -> new Place(injection, start, start, parent);
                case AFTER -> new Place(injection, end, end, parent);
                case PREPEND -> new Place(injection, contentStart, contentStart, parent);
                case APPEND -> new Place(injection, contentEnd, contentEnd, parent);
                case REPLACE -> new Place(injection, start, end, parent);
            };
        }
    }
}
