package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.page.PagePatterns;
import java.util.Base64;
import java.util.List;
import org.jsoup.select.Evaluator;

/**
 * An {@link InjectRule} that was checked. The widget that it puts into a page stands between two comments, by which the
 * next rendering recognises it: {@code <!-- pagetrack views injected=after -->7<!-- /pagetrack -->}. If the widget
 * replaces an element, the first comment keeps that element. So each rendering first removes all injected content, and
 * applies the selectors to the page as the generator made it. A rule that was removed leaves nothing behind.
 *
 * @param number the rule's place among all rules, from 1
 * @param rule the rule as written
 * @param selector matches the elements
 * @param position where the widget is put, relative to the element
 * @param parameters the widget's parameters
 * @param pages the pages that the rule applies to
 * @param requiredWords every page with a matching element contains at least one of these words in any case; they are
 *     given in lower case, and empty if none are known
 */
public record Injection(
        int number,
        InjectRule rule,
        Evaluator selector,
        InjectPosition position,
        MarkerParameters parameters,
        PagePatterns pages,
        List<String> requiredWords) {

    static String name(int number) {
        return "<inject> " + number;
    }

    /** The rule's name in messages: its number, selector and position. */
    public String name() {
        return name(number) + " (" + rule.selector() + ", " + position.label() + ")";
    }

    /** Whether the page may contain a matching element. This quick test saves parsing most of the other pages. */
    public boolean mayMatch(byte[] html) {
        return requiredWords.isEmpty() || requiredWords.stream().anyMatch(word -> ByteSearch.contains(html, word));
    }

    /**
     * The comment that begins the injected marker.
     *
     * @param replaced the bytes of the element that the widget replaces; empty if it replaces none
     */
    String opening(byte[] replaced) {
        var encoded = Base64.getEncoder().encode(replaced);
        return MarkerComment.beginning(rule.widget() + " " + FoundMarker.INJECTED + "=" + position.label()
                + (encoded.length == 0 ? "" : " " + FoundMarker.REPLACED + "=" + new String(encoded, ISO_8859_1)));
    }
}
