package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.page.PagePatterns;
import java.util.Base64;
import java.util.List;
import org.jsoup.select.Evaluator;

/**
 * An {@link InjectRule} that was understood. What it puts into a page stands between two comments, by which the next
 * rendering knows it: {@code <!-- pagetrack views injected=after -->7<!-- /pagetrack -->}. The comment of a widget that
 * replaced an element keeps that element. So a rendering takes back whatever was injected before it applies a selector,
 * always sees the page as the generator made it, and leaves nothing behind of a rule that is gone.
 *
 * @param number which of the rules it is, from 1
 * @param rule the rule as written
 * @param selector finds the elements
 * @param position where the widget stands
 * @param parameters what the widget is asked for
 * @param pages on which pages
 * @param words of these, at least one stands in every page that has such an element; none if that is unknown
 */
public record Injection(
        int number,
        InjectRule rule,
        Evaluator selector,
        InjectPosition position,
        MarkerParameters parameters,
        PagePatterns pages,
        List<String> words) {

    /** The parameter of a comment that says that a rule put it there, and where. */
    static final String INJECTED = "injected";

    /** The parameter of a comment that keeps what was replaced, byte for byte in base 64; it is the last. */
    static final String REPLACED = "replaced";

    static String name(int number) {
        return "<inject> " + number;
    }

    /** The rule as messages about a place call it. */
    public String name() {
        return name(number) + " (" + rule.selector() + ", " + position.label() + ")";
    }

    /** Whether the page may hold an element that is meant; most that hold none are told without parsing them. */
    public boolean mayMatch(byte[] html) {
        return words.isEmpty() || words.stream().anyMatch(word -> ByteSearch.contains(html, word));
    }

    /**
     * The comment that begins what is injected.
     *
     * @param replaced what stood there; nothing if no element is replaced
     */
    String opening(byte[] replaced) {
        var kept = Base64.getEncoder().encode(replaced);
        return MarkerComment.beginning(rule.widget() + " " + INJECTED + "=" + position.label()
                + (kept.length == 0 ? "" : " " + REPLACED + "=" + new String(kept, ISO_8859_1)));
    }
}
