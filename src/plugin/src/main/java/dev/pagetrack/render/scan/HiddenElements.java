package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.HtmlTokenizer;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Tells whether readers do not see an element, because it or one around it is hidden. */
final class HiddenElements {

    private static final String PROBE = "pagetrack-probe";
    private static final Pattern NOT_DISPLAYED = Pattern.compile("(?is).*display\\s*:\\s*none.*");

    private HiddenElements() {}

    /** Whether a start tag may hide its element. This quick test saves parsing most pages. */
    static boolean mayHide(HtmlTokenizer tag) {
        if (tag.attribute("hidden") >= 0 || tag.attribute("aria-hidden") >= 0 || tag.isNamed("dialog")) {
            return true;
        }
        int style = tag.attribute("style");
        return style >= 0 && NOT_DISPLAYED.matcher(tag.attributeValue(style)).matches();
    }

    /**
     * Whether an element is hidden. Only a parser knows which elements are open around it.
     *
     * @param from where its start tag begins
     * @param to where its content begins
     */
    static boolean hide(byte[] html, int from, int to) {
        var text = new String(html, 0, from, ISO_8859_1)
                + new String(html, from, to - from, ISO_8859_1)
                + "<!--" + PROBE + "-->";
        var found = new ArrayList<Element>();
        Parser.htmlParser().parseInput(text, "").traverse((Node node, int depth) -> {
            if (node instanceof Comment comment && comment.getData().equals(PROBE)) {
                found.add(comment.parent());
            }
        });
        for (Element element = found.isEmpty() ? null : found.get(0); element != null; element = element.parent()) {
            if (isHidden(element)) {
                return true;
            }
        }
        return false;
    }

    /** Some themes hide a whole page until a script has run; its readers see it. */
    private static boolean isHidden(Element element) {
        var name = element.normalName();
        return !name.equals("html")
                && !name.equals("body")
                && (element.hasAttr("hidden")
                        || element.attr("aria-hidden").equals("true")
                        || (name.equals("dialog") && !element.hasAttr("open"))
                        || NOT_DISPLAYED.matcher(element.attr("style")).matches());
    }
}
