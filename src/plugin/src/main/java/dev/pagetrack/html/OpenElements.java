package dev.pagetrack.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tracks the elements that are open inside a marker, to find the end tag that a browser would take for the marker's.
 * Where browsers repair bad nesting, this class is stricter: a marker that it accepts ends at the same byte in every
 * browser, and any other marker is reported to the author instead of guessed.
 */
public final class OpenElements {

    private final String marker;
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * How often each element is open. A search would take too long: a page may hold 100,000 elements that are never
     * closed.
     */
    private final Map<String, Integer> counts = new HashMap<>();

    private int barriers;

    /**
     * @param marker the name of the marker's element, in lower case; empty for a pair of comments
     */
    public OpenElements(String marker) {
        this.marker = marker;
    }

    /** Records a start tag. Returns what is wrong with it at this place, if anything. */
    public Optional<String> start(String element, boolean foreign, boolean selfClosing) {
        if (foreign) {
            if (!selfClosing) {
                push(element);
            }
            return Optional.empty();
        }
        if (barriers == 0 && ElementRules.closes(element, marker)) {
            return Optional.of(endedBy(element));
        }
        if (!ElementRules.opensNothing(element)) {
            push(element);
        }
        return Optional.empty();
    }

    /** The problem of a marker that is ended by a start tag. */
    public static String endedBy(String startTag) {
        return "has no end tag, and <" + startTag + "> ends it";
    }

    /** Whether no element is open inside the marker, which is so for most markers. */
    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether an end tag of this name is the marker's own. */
    public boolean isEndOfMarker(String element) {
        return element.equals(marker) && !isOpen(element);
    }

    /** Records an end tag that is not the marker's own. Returns what is wrong with it at this place, if anything. */
    public Optional<String> end(String element) {
        if (!isOpen(element)) {
            return Optional.of("has no end before </" + element + ">, which ends an element around it");
        }
        while (!open.peek().equals(element)) {
            if (!ElementRules.impliesEndTags(element) || !ElementRules.hasOptionalEndTag(open.peek())) {
                return Optional.of("holds a <" + open.peek() + "> that has no end before </" + element + ">");
            }
            pop();
        }
        pop();
        return Optional.empty();
    }

    /** What is wrong if the marker ends here, if anything. */
    public Optional<String> endOfMarker() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean closesOthers = marker.isEmpty() || ElementRules.impliesEndTags(marker);
        return open.stream()
                .filter(element -> !closesOthers || !ElementRules.hasOptionalEndTag(element))
                .findFirst()
                .map(element -> "holds a <" + element + "> that has no end inside it");
    }

    private boolean isOpen(String element) {
        return counts.getOrDefault(element, 0) > 0;
    }

    private void push(String element) {
        open.push(element);
        counts.merge(element, 1, Integer::sum);
        barriers += ElementRules.isBarrier(element, marker) ? 1 : 0;
    }

    private void pop() {
        var element = open.pop();
        counts.merge(element, -1, Integer::sum);
        barriers -= ElementRules.isBarrier(element, marker) ? 1 : 0;
    }
}
