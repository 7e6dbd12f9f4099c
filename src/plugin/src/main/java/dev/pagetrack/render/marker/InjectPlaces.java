package dev.pagetrack.render.marker;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.html.ByteOffsets;
import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.html.Container;
import dev.pagetrack.html.DocumentStructure;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HeadTags;
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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
     * @param container what a browser does with HTML at this place
     */
    record Place(Injection injection, int from, int to, Element parent, Container container) {

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
                    container,
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

    /** Where SVG, MathML and what is behind the body begin, and where other parts of the page continue. */
    private final NavigableMap<Integer, Container> parts = new TreeMap<>(Map.of(0, Container.FLOW));

    /** Where the tag, comment or raw text begins in which the page ends; -1 if there is none. */
    private int unfinished = -1;

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
        if (!obstacle.isEmpty()) {
            problems.add(page.fileOffset(tag.start), injection.name() + ": <" + element.normalName() + "> " + obstacle);
            return;
        }
        var place = tag.place(injection, element);
        if (unfinished >= 0 && place.from() > unfinished) {
            problems.add(
                    page.fileOffset(unfinished),
                    injection.name() + ": the page ends inside " + unfinished()
                            + ", so nothing can be injected behind it: close it");
        } else {
            places.add(place);
        }
    }

    /** The name of what the page ends in, for messages. */
    private String unfinished() {
        var html = page.html();
        if (ByteSearch.startsWith(html, unfinished, "<!--")) {
            return "a comment";
        }
        var tokens = new HtmlTokenizer(html);
        return tokens.nextAfter(unfinished) == Token.START_TAG
                ? "<" + tokens.name() + ">, which has no end tag"
                : "a tag that has no end";
    }

    private void readTags() {
        var tokens = new HtmlTokenizer(page.html());
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.COMMENT) {
                (token == Token.START_TAG ? startTags : endTags).put(tokens.start(), tokens.end());
                cuts.add(tokens.start());
                cuts.add(tokens.endOfRawText());
                var part = partAfter(token, tokens);
                if (parts.lastEntry().getValue() != part) {
                    parts.put(tokens.end(), part);
                }
            }
        }
        unfinished = tokens.unfinished();
        cuts.add(page.html().length);
    }

    private Container partAfter(Token token, HtmlTokenizer tokens) {
        if (tokens.isBeforeForeignContent()) {
            return Container.FOREIGN;
        }
        boolean closesBody = token == Token.END_TAG && (tokens.isNamed("body") || tokens.isNamed("html"));
        boolean isBehindBody = token == Token.END_TAG && parts.lastEntry().getValue() == Container.OUTSIDE;
        return closesBody || isBehindBody ? Container.OUTSIDE : Container.FLOW;
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
            if (name.equals("frameset")) {
                return "holds frames, and a page with frames shows no widget: inject into the page of a frame";
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

        Place place(Injection injection, Element element) {
            return switch (injection.position()) {
                case BEFORE -> beside(injection, start, start, element);
                case AFTER -> beside(injection, end, end, element);
                case PREPEND -> {
                    int at = name.equals("pre") || name.equals("listing") ? afterNewline(contentStart) : contentStart;
                    yield new Place(injection, at, at, element, containerAt(at, at, element));
                }
                case APPEND ->
                    new Place(
                            injection,
                            contentEnd,
                            contentEnd,
                            element,
                            containerAt(contentEnd, contentEnd, innermostOpen(element)));
                case REPLACE -> beside(injection, start, end, element);
            };
        }

        private Place beside(Injection injection, int from, int to, Element element) {
            var parent = requireNonNull(element.parent());
            return new Place(injection, from, to, parent, containerAt(from, to, parent));
        }
    }

    private Container containerAt(int from, int to, Element parent) {
        var part = parts.floorEntry(from).getValue();
        if (part != Container.FLOW) {
            return part;
        }
        return parent.nameIs("head")
                ? HeadTags.containerOf(page.html(), from, to).orElse(Container.FLOW)
                : MarkerContainers.of(parent);
    }

    /** A browser drops a newline at the beginning of {@code pre}, but only there. */
    private int afterNewline(int offset) {
        var html = page.html();
        int newline = ByteSearch.startsWith(html, offset, "\r\n") ? 2 : 1;
        boolean isNewline = newline == 2 || (offset < html.length && (html[offset] == '\n' || html[offset] == '\r'));
        return isNewline ? offset + newline : offset;
    }

    /** The element that is open at the end of this one, because neither it nor the elements around it have an end tag. */
    private static Element innermostOpen(Element element) {
        var innermost = element;
        var last = element.lastElementChild();
        while (last != null && isOpenEnded(last)) {
            innermost = last;
            last = last.lastElementChild();
        }
        return innermost;
    }

    private static boolean isOpenEnded(Element element) {
        var end = element.endSourceRange();
        boolean hasEndTag = end.isTracked() && end.endPos() > end.startPos();
        return !hasEndTag && !Container.of(element.normalName()).equals(Container.FLOW);
    }
}
