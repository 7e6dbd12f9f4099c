package dev.pagetrack.init;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A place where a widget looks as if it belonged there, in themes that have such an element.
 *
 * @param selector names the element
 * @param position where the widget stands, seen from it
 * @param inline whether words belong there, and not a paragraph
 */
record ThemePlace(String selector, String position, boolean inline) {

    /** What stands in these is about something else: other pages, or the site. */
    private static final Set<String> ABOUT_OTHERS = Set.of("li", "nav", "aside", "footer", "a", "td");

    /** The date of the page in skins of maven-site: an item of a list, and about this page all the same. */
    private static final String PUBLISHED = "publishDate";

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "table");

    /** How a page suits. */
    enum Fit {
        /** It has one such element. */
        ONE,
        /** It has none. */
        NONE,
        /** It has several, or one that is about another page. */
        UNSUITABLE
    }

    /** Words behind others, in the element. */
    static ThemePlace textInside(String selector) {
        return new ThemePlace(selector, "append", true);
    }

    /** Words in front of the element, behind others. */
    static ThemePlace textBefore(String selector) {
        return new ThemePlace(selector, "before", true);
    }

    /** Words behind the element. */
    static ThemePlace textAfter(String selector) {
        return new ThemePlace(selector, "after", true);
    }

    /** A paragraph below the element. */
    static ThemePlace paragraphAfter(String selector) {
        return new ThemePlace(selector, "after", false);
    }

    /** Blocks at the end of the element. */
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
        boolean made = element.sourceRange().isTracked(); // and not by the parser
        boolean list = LISTS.contains((position.equals("append") ? element : element.parent()).normalName());
        return made && !list && element.parents().stream().noneMatch(ThemePlace::isAboutOthers);
    }

    private static boolean isAboutOthers(Element around) {
        return ABOUT_OTHERS.contains(around.normalName()) && !around.id().equals(PUBLISHED);
    }
}
