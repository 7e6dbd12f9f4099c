package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.DocumentStructure;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.marker.Prefilter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.parser.Parser;

/**
 * The titles and the description of a page, as plain text, and what keeps it out of lists. Texts that the page does not
 * have are empty.
 *
 * @param openGraphTitle the title for links from other sites ({@code og:title})
 * @param heading the text of the first {@code h1} that has text and is not hidden
 * @param title the text of the {@code title} element
 * @param siteName the name of the site ({@code og:site_name})
 * @param description the text of {@code description}, else of {@code og:description}
 * @param noindex whether the page asks not to be listed
 * @param refresh present if the page loads another page
 * @param document whether it is an HTML document, and not a fragment or other text
 */
record PageText(
        String openGraphTitle,
        String heading,
        String title,
        String siteName,
        String description,
        boolean noindex,
        Optional<MetaRefresh> refresh,
        boolean document) {

    /**
     * Reads the texts of a page.
     *
     * @param html the page without the content of its markers, which changes from one rendering to the next
     */
    static PageText of(byte[] html) {
        var readable = PageCharset.readable(html);
        // A fragment with a marker that its author wrote is meant to be read.
        boolean document = DocumentStructure.isDocument(readable) || Prefilter.mentions(readable).length > 0;
        return new Reader(readable).read(RobotsMeta.isNoindex(readable), document);
    }

    private static final class Reader {
        private final byte[] html;
        private final HtmlTokenizer tokens;
        private final PageCharset charset;
        private String openGraphTitle = "";
        private String heading = "";
        private String title = "";
        private String siteName = "";
        private String description = "";
        private Optional<MetaRefresh> refresh = Optional.empty();

        /** Whether an element was seen that may hide what is in it. */
        private boolean hides;

        Reader(byte[] html) {
            this.html = html;
            this.tokens = new HtmlTokenizer(html);
            this.charset = PageCharset.of(html);
        }

        PageText read(boolean noindex, boolean document) {
            for (var token = tokens.next(); token != Token.END_OF_PAGE && !isEnough(); token = tokens.next()) {
                if (token == Token.START_TAG && tokens.foreignDepth() == 0) {
                    readElement();
                }
            }
            return new PageText(openGraphTitle, heading, title, siteName, description, noindex, refresh, document);
        }

        private boolean isEnough() {
            return !heading.isEmpty();
        }

        private void readElement() {
            if (tokens.isNamed("noscript") || tokens.isNamed("template")) {
                skip(tokens.name());
            } else if (tokens.isNamed("meta")) {
                readMeta();
            } else if (tokens.isNamed("title") && title.isEmpty()) {
                readTitle();
            } else {
                hides |= HiddenElements.mayHide(tokens);
                if (tokens.isNamed("h1") && !(hides && HiddenElements.hide(html, tokens.start(), tokens.end()))) {
                    readHeading();
                }
            }
        }

        /** Skips an element whose content readers do not see. */
        private void skip(String element) {
            int depth = 1;
            while (depth > 0) {
                var token = tokens.next();
                if (token == Token.END_OF_PAGE) {
                    return;
                }
                if (token != Token.COMMENT && tokens.isNamed(element)) {
                    depth += token == Token.START_TAG ? 1 : -1;
                }
            }
        }

        private void readMeta() {
            int content = tokens.attribute("content");
            if (content < 0) {
                return;
            }
            int equiv = tokens.attribute("http-equiv");
            var value = HeadingText.oneLine(charset.attribute(tokens.attributeValue(content)));
            if (equiv >= 0 && tokens.attributeValue(equiv).strip().equalsIgnoreCase("refresh") && refresh.isEmpty()) {
                refresh = MetaRefresh.of(value);
            }
            for (var attribute : List.of("property", "name")) {
                int named = tokens.attribute(attribute);
                if (named >= 0) {
                    for (var name : tokens.attributeValue(named).strip().split("\\s+", -1)) {
                        readMeta(name.toLowerCase(Locale.ROOT), value);
                    }
                }
            }
        }

        private void readMeta(String name, String value) {
            switch (name) {
                case "og:title" -> openGraphTitle = openGraphTitle.isEmpty() ? value : openGraphTitle;
                case "og:site_name" -> siteName = value;
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
            title = tokens.next() == Token.END_TAG
                    ? HeadingText.oneLine(Parser.unescapeEntities(charset.text(text), false))
                    : "";
        }

        /** A heading ends at an end tag of a heading, or where the next heading begins. */
        private void readHeading() {
            int from = tokens.end();
            for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
                if (token != Token.COMMENT && ElementRules.isHeading(tokens.name())) {
                    heading = HeadingText.of(charset.text(new String(html, from, tokens.start() - from, ISO_8859_1)));
                    return;
                }
            }
        }
    }
}
