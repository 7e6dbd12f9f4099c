package dev.pagetrack.render.scan;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The titles and the description of a page, as plain text. Those that the page does not have are empty.
 *
 * @param openGraphTitle the title for links from other sites ({@code og:title})
 * @param heading the text of the first {@code h1} that has text
 * @param title the text of the {@code title} element
 * @param description the text of {@code description}, else of {@code og:description}
 * @param noindex whether the page asks not to be listed
 */
record PageText(String openGraphTitle, String heading, String title, String description, boolean noindex) {

    /**
     * Reads the texts of a page.
     *
     * @param html the page without the content of its markers, which changes from one rendering to the next
     */
    static PageText of(byte[] html) {
        var readable = PageCharset.readable(html);
        return new Reader(readable).read(RobotsMeta.isNoindex(readable));
    }

    private static final class Reader {
        private final HtmlTokenizer tokens;
        private final PageCharset charset;
        private String openGraphTitle = "";
        private String heading = "";
        private String title = "";
        private String description = "";

        Reader(byte[] html) {
            this.tokens = new HtmlTokenizer(html);
            this.charset = PageCharset.of(html);
        }

        PageText read(boolean noindex) {
            for (var token = tokens.next(); token != Token.END_OF_PAGE && !isEnough(); token = tokens.next()) {
                if (token == Token.START_TAG && !tokens.inForeignContent()) {
                    readElement();
                }
            }
            return new PageText(openGraphTitle, heading, title, description, noindex);
        }

        /** A heading comes last, and is only needed if there is no Open Graph title. */
        private boolean isEnough() {
            return !heading.isEmpty() || (!openGraphTitle.isEmpty() && tokens.isNamed("body"));
        }

        private void readElement() {
            if (tokens.isNamed("meta")) {
                readMeta();
            } else if (tokens.isNamed("title") && title.isEmpty()) {
                readTitle();
            } else if (tokens.isNamed("h1")) {
                readHeading();
            }
        }

        private void readMeta() {
            int property = Math.max(tokens.attribute("property"), tokens.attribute("name"));
            int content = tokens.attribute("content");
            if (property < 0 || content < 0) {
                return;
            }
            var value = oneLine(charset.attribute(tokens.attributeValue(content)));
            switch (tokens.attributeValue(property)) {
                case "og:title" -> openGraphTitle = openGraphTitle.isEmpty() ? value : openGraphTitle;
                case "description" -> description = value;
                case "og:description" -> description = description.isEmpty() ? value : description;
                default -> {
                    // no other describes the page
                }
            }
        }

        /** A title contains character references, but no markup. If the page ends inside it, the title is unknown. */
        private void readTitle() {
            var text = tokens.bytes(tokens.end(), tokens.endOfRawText());
            title = tokens.next() == Token.END_TAG ? oneLine(Parser.unescapeEntities(charset.text(text), false)) : "";
        }

        /** A heading ends at an end tag of a heading, or where the next heading begins. */
        private void readHeading() {
            int from = tokens.end();
            for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
                if (token != Token.COMMENT && ElementRules.isHeading(tokens.name())) {
                    heading = text(tokens.bytes(from, tokens.start()));
                    return;
                }
            }
        }

        private String text(String html) {
            var text = charset.text(html);
            if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
                return oneLine(text);
            }
            var body = Jsoup.parseBodyFragment(text).body();
            body.select("a[href^=#]:not(:matches([\\p{L}\\p{N}]))").remove(); // a link to the heading itself, such as ¶
            return oneLine(body.text());
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }
}
