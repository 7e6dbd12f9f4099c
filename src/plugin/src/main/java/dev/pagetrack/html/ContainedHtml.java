package dev.pagetrack.html;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Checks whether the elements in some HTML, and its {@link Container}, take what they hold. Its tags are balanced. */
public final class ContainedHtml {

    /**
     * An element that is open.
     *
     * @param name its name; empty for the container around the HTML
     * @param container what it takes
     */
    private record Open(String name, Container container) {}

    private final byte[] html;
    private final HtmlTokenizer tokens;
    private final Deque<Open> open = new ArrayDeque<>();

    private ContainedHtml(byte[] html) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
    }

    /**
     * What does not stay where it is written, because the container or an element in the HTML does not take it: "text"
     * or a start tag. Empty if all stays.
     *
     * @param html the HTML, whose tags are balanced
     * @param around what holds it
     */
    public static Optional<String> obstacle(byte[] html, Container around) {
        return around == Container.FOREIGN ? breakout(html) : new ContainedHtml(html).obstacle(around);
    }

    private Optional<String> obstacle(Container around) {
        open.push(new Open("", around));
        int text = 0;
        while (true) {
            var token = tokens.next();
            int to = token == Token.END_OF_PAGE ? html.length : tokens.start();
            if (hasText(text, to) && !container().takesText()) {
                return Optional.of("text");
            }
            if (token == Token.END_OF_PAGE) {
                return Optional.empty();
            }
            if (token == Token.START_TAG && !start()) {
                return Optional.of("<" + tokens.name() + ">");
            }
            if (token == Token.END_TAG) {
                end(tokens.name());
            }
            text = tokens.endOfRawText();
        }
    }

    /** The tag in some HTML that ends the SVG or MathML around it; empty if there is none. */
    private static Optional<String> breakout(byte[] html) {
        var around = "<svg>".getBytes(US_ASCII);
        var inside = Arrays.copyOf(around, around.length + html.length);
        System.arraycopy(html, 0, inside, around.length, html.length);
        var tokens = new HtmlTokenizer(inside);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (tokens.foreignDepth() == 0) {
                return Optional.of("<" + tokens.name() + ">");
            }
        }
        return Optional.empty();
    }

    private Container container() {
        return open.element().container();
    }

    private boolean hasText(int from, int to) {
        return ByteSearch.skipSpace(html, from) < to;
    }

    /** Records a start tag. Returns whether its element is taken. */
    private boolean start() {
        var element = tokens.name();
        boolean foreign = tokens.inForeignContent();
        while (!foreign
                && open.size() > 1
                && ElementRules.closes(element, open.element().name())) {
            open.pop();
        }
        if (!container().takes(element)) {
            return false;
        }
        if (foreign ? !tokens.selfClosing() : !ElementRules.isVoid(element)) {
            open.push(new Open(element, foreign ? Container.FOREIGN : Container.of(element)));
        }
        return true;
    }

    private void end(String element) {
        if (open.stream().anyMatch(some -> some.name().equals(element))) {
            while (!open.pop().name().equals(element)) {
                // its end tag is optional
            }
        }
    }
}
