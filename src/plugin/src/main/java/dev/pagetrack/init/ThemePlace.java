package dev.pagetrack.init;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A place for a widget beside an element that many themes have, where the widget fits the layout.
 *
 * @param selector the CSS selector of the element
 * @param position the widget's position relative to the element, as in {@code <inject>}
 * @param inline whether the place takes inline text instead of a paragraph
 */
record ThemePlace(String selector, String position, boolean inline) {

    /** Elements whose content is usually about other pages or the whole site. */
    private static final Set<String> ABOUT_OTHERS = Set.of("li", "nav", "aside", "footer", "a", "td");

    /** The id of the page's date in the skins of maven-site. It is a list item, but it is about this page. */
    private static final String PUBLISHED = "publishDate";

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "table");

    /** How a place fits a page. */
    enum Fit {
        /** The page has one such element. */
        ONE,
        /** The page has no such element. */
        NONE,
        /** The page has several such elements, or one that is about another page. */
        UNSUITABLE
    }

    /** Inline text at the end of the element, after its other text. */
    static ThemePlace textInside(String selector) {
        return new ThemePlace(selector, "append", true);
    }

    /** Inline text before the element. */
    static ThemePlace textBefore(String selector) {
        return new ThemePlace(selector, "before", true);
    }

    /** Inline text after the element. */
    static ThemePlace textAfter(String selector) {
        return new ThemePlace(selector, "after", true);
    }

    /** A paragraph after the element. */
    static ThemePlace paragraphAfter(String selector) {
        return new ThemePlace(selector, "after", false);
    }

    /** Block elements at the end of the element. */
    static ThemePlace blockAtEndOf(String selector) {
        return new ThemePlace(selector, "append", false);
    }

    Fit fitOn(Document page) {
        var found = page.select(selector);
        if (found.isEmpty()) {
            return Fit.NONE;
        }
        return found.size() == 1 && suits(found.get(0)) ? Fit.ONE : Fit.UNSUITABLE;
    }

    private boolean suits(Element element) {
        boolean made = element.sourceRange().isTracked(); // false for an element that the parser added
        boolean list = LISTS.contains(requireNonNull(position.equals("append") ? element : element.parent())
                .normalName());
        return made && !list && element.parents().stream().noneMatch(ThemePlace::isAboutOthers);
    }

    private static boolean isAboutOthers(Element around) {
        return ABOUT_OTHERS.contains(around.normalName()) && !around.id().equals(PUBLISHED);
    }
}
