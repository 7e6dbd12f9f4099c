package dev.pagetrack.render.marker;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.OpenElements;
import dev.pagetrack.html.RawText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the markers of one page and the offsets of their content. */
public final class MarkerFinder {

    /** The attribute that makes an element a marker. */
    public static final String ATTRIBUTE = "data-pagetrack";

    private final HtmlTokenizer tokens;
    private final int[] mentions;
    private final ProblemList problems;
    private final List<FoundMarker> found = new ArrayList<>();
    private @Nullable FoundMarker current;
    private OpenElements open = new OpenElements("");
    private int foreignDepth;
    private int mention;

    private MarkerFinder(byte[] html, int[] mentions, ProblemList problems) {
        this.tokens = new HtmlTokenizer(html);
        this.mentions = mentions;
        this.problems = problems;
    }

    /**
     * The markers in the order of the page. A marker that cannot be filled is reported as a problem and left out.
     *
     * @param mentions where a marker may begin or end, as the {@link Prefilter} found
     * @param problems receives what is wrong
     */
    public static List<FoundMarker> find(byte[] html, int[] mentions, ProblemList problems) {
        return new MarkerFinder(html, mentions, problems).find();
    }

    private List<FoundMarker> find() {
        while (current != null || skipToMention()) {
            var token = current != null ? tokens.next() : tokens.nextAfter(mentions[mention]);
            if (token == Token.END_OF_PAGE) {
                break;
            }
            switch (token) {
                case START_TAG -> startTag();
                case COMMENT -> comment();
                default -> endTag();
            }
        }
        if (current != null) {
            reject("has no end: the page ends first");
        }
        return found;
    }

    /** Skips the mentions that the tokenizer has passed. Returns whether there is another. */
    private boolean skipToMention() {
        while (mention < mentions.length && mentions[mention] < tokens.endOfRawText()) {
            mention++;
        }
        return mention < mentions.length;
    }

    private void startTag() {
        int marker = tokens.attribute(ATTRIBUTE);
        if (current == null) {
            if (marker >= 0) {
                beginElement(marker);
            }
            return;
        }
        if (marker >= 0) {
            reportNested();
        }
        if (tokens.foreignDepth() < foreignDepth) {
            reject(OpenElements.endedBy(tokens.name())); // an HTML element, which ends the SVG or MathML around it
            return;
        }
        rejectIfPresent(open.start(tokens.name(), tokens.inForeignContent(), tokens.selfClosing()));
    }

    private void beginElement(int marker) {
        var element = tokens.name();
        var obstacle = obstacle(element);
        if (obstacle.isPresent()) {
            problems.add(tokens.start(), "the marker <" + element + " " + ATTRIBUTE + "> " + obstacle.get());
        } else {
            begin(elementMarker(element, marker));
        }
    }

    /** Why the element that begins here cannot be a marker; empty if it can. */
    private Optional<String> obstacle(String element) {
        if (tokens.inForeignContent()) {
            return tokens.selfClosing()
                    ? Optional.of("ends in /> and holds nothing: give it an end tag")
                    : Optional.empty();
        }
        if (tokens.selfClosing()) {
            return Optional.of("ends in />, which HTML ignores: write <span " + ATTRIBUTE + "=\"…\"></span>");
        }
        if (ElementRules.opensNothing(element)) {
            return Optional.of("can hold no widget: use <span> or <div>");
        }
        return RawText.isRawText(element)
                ? Optional.of("holds text, not markup: use <span> or <div>")
                : Optional.empty();
    }

    private FoundMarker elementMarker(String element, int marker) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < tokens.attributeCount(); i++) {
            attributes.putIfAbsent(tokens.attributeName(i), tokens.attributeValue(i));
        }
        attributes.remove(ATTRIBUTE);
        var widget = tokens.attributeValue(marker).strip();
        return new FoundMarker(
                widget, element, tokens.start(), tokens.end(), tokens.end(), tokens.end(), false, attributes);
    }

    private void endTag() {
        if (current == null) {
            return;
        }
        if (open.isEmpty() && tokens.isNamed(current.element())) {
            end();
            return;
        }
        var element = tokens.name();
        if (open.isEndOfMarker(element)) {
            end();
        } else {
            rejectIfPresent(open.end(element));
        }
    }

    private void comment() {
        var text = tokens.commentText().strip();
        if (MarkerComment.isEnd(text)) {
            endComment();
        } else if (MarkerComment.isMarker(text)) {
            if (current != null) {
                reportNested();
            } else {
                beginComment(text);
            }
        }
    }

    private void beginComment(String text) {
        var marker = MarkerComment.parse(text, tokens.start(), tokens.end());
        if (marker.isPresent()) {
            begin(marker.get());
        } else {
            problems.add(tokens.start(), MarkerComment.quoted(text) + " is not " + MarkerComment.FORM);
        }
    }

    private void endComment() {
        if (current == null) {
            problems.add(
                    tokens.start(),
                    MarkerComment.END + " ends no marker: remove it, or write " + MarkerComment.beginning("<widget>")
                            + " before it");
        } else if (!current.element().isEmpty()) {
            reject("has no end before " + MarkerComment.END);
        } else {
            end();
        }
    }

    private void reportNested() {
        problems.add(
                tokens.start(),
                "a marker inside " + name() + " of line "
                        + problems.line(current().start()) + ", whose content is replaced: move one of them out");
    }

    private void begin(FoundMarker marker) {
        current = marker.inForeignContent(tokens.isBeforeForeignContent());
        open = new OpenElements(marker.element());
        foreignDepth = tokens.foreignDepth();
    }

    private void end() {
        var problem = open.endOfMarker();
        if (problem.isEmpty()) {
            found.add(current().endingAt(tokens.start(), tokens.end()));
        }
        rejectIfPresent(problem);
        current = null;
    }

    private void rejectIfPresent(Optional<String> problem) {
        if (problem.isPresent()) {
            reject(problem.get());
        }
    }

    /** Reports the current marker as a problem and leaves it out. */
    private void reject(String problem) {
        var marker = current();
        var end = marker.element().isEmpty() ? MarkerComment.END : "</" + marker.element() + ">";
        problems.add(marker.start(), name() + " " + problem + ": close it with " + end);
        current = null;
    }

    private String name() {
        var marker = current();
        return marker.element().isEmpty()
                ? "the marker " + MarkerComment.beginning(marker.widget())
                : "the marker <" + marker.element() + " " + ATTRIBUTE + "=\"" + marker.widget() + "\">";
    }

    private FoundMarker current() {
        return requireNonNull(current, "no marker is open");
    }
}
