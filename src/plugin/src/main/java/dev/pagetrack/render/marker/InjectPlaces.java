package dev.pagetrack.render.marker;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.html.ByteOffsets;
import dev.pagetrack.html.DocumentStructure;
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
 * Finds the places in a page where rules inject widgets. jsoup applies the selectors and reports where elements begin
 * and end. A place is accepted only if {@link HtmlTokenizer} finds a tag there, too: where a parser repairs bad
 * nesting, an element does not begin and end at its tags.
 */
final class InjectPlaces {

    /** Elements that every document has, even without their tags. */
    private static final Set<String> DOCUMENT = Set.of("html", "head", "body");

    /**
     * A place for a widget.
     *
     * @param injection the rule
     * @param from the offset in the {@link GeneratedPage}
     * @param to the same offset, or the end of the element to replace
     * @param parent the element that will contain the widget
     */
    record Place(Injection injection, int from, int to, Element parent) {

        /** Whether the widget replaces an element. */
        boolean replaces() {
            return to > from;
        }

        /** The marker to write at this place. */
        Marker marker(GeneratedPage page) {
            var opening = injection.opening(Arrays.copyOfRange(page.html(), from, to));
            return new Marker(
                    injection.parameters(),
                    "",
                    ElementRules.isList(parent.normalName()),
                    page.fileOffset(from),
                    from,
                    to,
                    ContentKey.of(page.html(), from, to),
                    Optional.of(new Marker.Injected(injection, opening, EnclosingElements.in(parent))));
        }
    }

    private final GeneratedPage page;
    private final GeneratedPage.Text text;
    private final ByteOffsets offsets;
    private final ProblemList problems;

    /** The end of each tag, by the offset at which the tag begins. */
    private final Map<Integer, Integer> startTags = new HashMap<>();

    private final Map<Integer, Integer> endTags = new HashMap<>();

    /** The offsets at which something can be inserted: the beginnings and ends of tags, and the end of the page. */
    private final Set<Integer> cuts = new HashSet<>();

    private InjectPlaces(GeneratedPage page, GeneratedPage.Text text, ProblemList problems) {
        this.page = page;
        this.text = text;
        this.offsets = text.offsets();
        this.problems = problems;
    }

    /**
     * The places in the order of the page; at the same offset, in the order of the rules. Where nothing can be
     * injected, this is reported as a problem.
     */
    static List<Place> find(List<Injection> injections, GeneratedPage page, PageCharset charset, ProblemList problems) {
        var matching = injections.stream()
                .filter(injection -> injection.mayMatch(page.html()))
                .toList();
        if (matching.isEmpty()) {
            return List.of();
        }
        var text = page.text(charset.charset());
        var document = Parser.htmlParser().setTrackPosition(true).parseInput(text.value(), "");
        var finder = new InjectPlaces(page, text, problems);
        var places = new ArrayList<Place>();
        boolean whole = DocumentStructure.isDocument(page.html()); // a parser gives any text a body
        for (var injection : matching) {
            var seen = new HashSet<Integer>(); // a parser that repairs bad nesting may make several elements of one tag
            for (var element : Collector.collect(injection.selector(), document)) {
                boolean isThere = whole || !DOCUMENT.contains(element.normalName());
                if (isThere && seen.add(element.sourceRange().startPos())) {
                    finder.addPlace(injection, element, places);
                }
            }
        }
        places.sort(comparingInt(Place::from).thenComparing(Place::replaces));
        return places;
    }

    private void addPlace(Injection injection, Element element, List<Place> places) {
        if (startTags.isEmpty()) {
            readTags();
        }
        var tag = new Tag(element);
        var obstacle = tag.obstacle(injection.position());
        if (obstacle.isEmpty()) {
            places.add(
                    tag.place(injection, injection.position().isInside() ? element : requireNonNull(element.parent())));
        } else {
            problems.add(page.fileOffset(tag.start), injection.name() + ": <" + element.normalName() + "> " + obstacle);
        }
    }

    private void readTags() {
        var tokens = new HtmlTokenizer(page.html());
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.COMMENT) {
                (token == Token.START_TAG ? startTags : endTags).put(tokens.start(), tokens.end());
                cuts.add(tokens.start());
                cuts.add(tokens.endOfRawText());
            }
        }
        cuts.add(page.html().length);
    }

    /** The offsets of an element's tags. */
    private final class Tag {
        private final String name;
        private final int start;
        private final int contentStart;
        private final int contentEnd;
        private final int end;
        private final boolean hasStart;
        private final boolean hasEnd;
        private final boolean holdsNoElements;

        Tag(Element element) {
            var first = element.sourceRange();
            var last = element.endSourceRange();
            name = element.normalName();
            start = offsets.of(first.startPos());
            contentStart = offsets.of(first.endPos());
            boolean withoutEndTag = !last.isTracked() || last.endPos() <= first.endPos();
            holdsNoElements = ElementRules.isVoid(name)
                    || RawText.isRawText(name)
                    || (withoutEndTag && text.value().startsWith("/>", first.endPos() - 2));
            contentEnd = withoutEndTag ? contentStart : offsets.of(last.startPos());
            end = withoutEndTag ? contentStart : offsets.of(last.endPos());
            hasStart = first.isTracked() && Integer.valueOf(contentStart).equals(startTags.get(start));
            hasEnd = withoutEndTag
                    ? holdsNoElements
                    : RawText.isRawText(name)
                            ? endTags.containsValue(end)
                            : Integer.valueOf(end).equals(endTags.get(contentEnd));
        }

        /** Why nothing can be injected at this position; empty if something can. */
        String obstacle(InjectPosition position) {
            boolean document = DOCUMENT.contains(name);
            if (name.equals("html") || (document && !position.isInside())) {
                return "allows no widget there: use prepend or append with head or body";
            }
            if (position.isInside() && holdsNoElements) {
                return "holds no elements: use before or after";
            }
            boolean needsStart = !document && position != InjectPosition.APPEND;
            if (needsStart && !hasStart) {
                return "has no start tag at this place: select another element";
            }
            if (position == InjectPosition.APPEND && !hasEnd && !cuts.contains(contentEnd)) {
                return "has no end at this place: select another element";
            }
            boolean needsEnd = position == InjectPosition.AFTER || position == InjectPosition.REPLACE;
            return needsEnd && !hasEnd ? "has no end tag of its own: use append, or select another element" : "";
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
