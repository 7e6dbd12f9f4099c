package dev.pagetrack.render.scan;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * What a page says of itself, as plain text; empty where it says nothing.
 *
 * @param shared the title it gives for links from elsewhere ({@code og:title})
 * @param heading the text of its first {@code h1}
 * @param title the text of its {@code title} element
 * @param description what it says it is about
 * @param noindex whether it asks to be left out of lists
 */
record PageText(String shared, String heading, String title, String description, boolean noindex) {

    /**
     * Reads it.
     *
     * @param html the page without what markers hold: that changes from one rendering to the next
     */
    static PageText of(byte[] html) {
        var readable = PageCharset.readable(html);
        return new Reader(readable).read(PageHead.of(readable).noindex());
    }

    private static final class Reader {
        private final HtmlTokenizer tokens;
        private final PageCharset charset;
        private String shared = "";
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
                    take();
                }
            }
            return new PageText(shared, heading, title, description, noindex);
        }

        /** A heading comes last in a page, and is only needed by a page without a shared title. */
        private boolean isEnough() {
            return !heading.isEmpty() || (!shared.isEmpty() && tokens.isNamed("body"));
        }

        private void take() {
            if (tokens.isNamed("meta")) {
                meta();
            } else if (tokens.isNamed("title") && title.isEmpty()) {
                title();
            } else if (tokens.isNamed("h1")) {
                heading();
            }
        }

        private void meta() {
            int property = Math.max(tokens.attribute("property"), tokens.attribute("name"));
            int content = tokens.attribute("content");
            if (property < 0 || content < 0) {
                return;
            }
            var value = oneLine(charset.attribute(tokens.attributeValue(content)));
            switch (tokens.attributeValue(property)) {
                case "og:title" -> shared = shared.isEmpty() ? value : shared;
                case "description" -> description = value;
                case "og:description" -> description = description.isEmpty() ? value : description;
                default -> {
                    // any other is not about what the page is
                }
            }
        }

        /** It holds no markup, only character references. Of a page that ends in its title, the title is not known. */
        private void title() {
            var text = tokens.bytes(tokens.end(), tokens.endOfRawText());
            title = tokens.next() == Token.END_TAG ? oneLine(Parser.unescapeEntities(charset.text(text), false)) : "";
        }

        /** A heading ends with its end tag, or where another begins. */
        private void heading() {
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
            body.select("a[href^=#]:not(:matches([\\p{L}\\p{N}]))").remove(); // a link to the heading itself, as ¶
            return oneLine(body.text());
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }
}
