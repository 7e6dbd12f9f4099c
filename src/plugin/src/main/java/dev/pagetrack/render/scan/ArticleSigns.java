package dev.pagetrack.render.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a page says of itself that tells whether it is an article. {@code og:type} alone tells nothing: common themes
 * write {@code article} on every page.
 *
 * <p>A list of articles has the same signs several times, so each must occur once.
 *
 * @see <a href="https://schema.org/Article">schema.org</a>
 * @see <a href="https://microformats.org/wiki/h-entry">h-entry</a>
 */
public final class ArticleSigns {

    /** How sure it is that a page is an article. */
    public enum Sign {
        /** The page does not say so. */
        NONE,
        /** It has one {@code article} with one {@code time}, as other pages may have, too. */
        LIKELY,
        /** It says so in words that mean nothing else. */
        CLEAR
    }

    private static final Set<String> TYPES = Set.of(
            "Article",
            "BlogPosting",
            "NewsArticle",
            "TechArticle",
            "ScholarlyArticle",
            "OpinionNewsArticle",
            "ReportageNewsArticle",
            "Report");

    /** Classes that generators give only to the page of one article: Docusaurus, MkDocs Material, WordPress, Ghost. */
    private static final Set<String> CLASSES =
            Set.of("blog-post-page", "md-content--post", "single-post", "post-template");

    private static final JsonFactory JSON = new JsonFactory();

    private final HtmlTokenizer tokens;
    private final PageCharset charset;
    private int structured;
    private int entries;
    private int contents;
    private int articles;
    private int times;
    private int depth;
    private boolean published;
    private boolean typed;
    private boolean named;

    private ArticleSigns(byte[] html) {
        tokens = new HtmlTokenizer(html);
        charset = PageCharset.of(html);
    }

    /**
     * Reads the signs of a page.
     *
     * @param html the page without the content of its markers
     */
    public static Sign of(byte[] html) {
        return new ArticleSigns(PageCharset.readable(html)).read();
    }

    private Sign read() {
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.START_TAG && tokens.foreignDepth() == 0) {
                readElement();
            } else if (token == Token.END_TAG && tokens.isNamed("article")) {
                depth = Math.max(0, depth - 1);
            }
        }
        boolean entry = entries == 1 && contents == 1;
        if (structured == 1 || (published && typed) || named || entry) {
            return Sign.CLEAR;
        }
        return articles == 1 && times == 1 ? Sign.LIKELY : Sign.NONE;
    }

    private void readElement() {
        if (tokens.isNamed("script")) {
            readScript();
        } else if (tokens.isNamed("meta")) {
            readMeta();
        } else {
            if (tokens.isNamed("article")) {
                articles++;
                depth++;
            } else if (tokens.isNamed("time") && depth > 0) {
                times++;
            }
            readMicrodata();
            readClasses();
        }
    }

    private void readScript() {
        if (attribute("type").equalsIgnoreCase("application/ld+json")) {
            var text = charset.text(tokens.bytes(tokens.end(), tokens.endOfRawText()));
            try (var parser = JSON.createParser(text)) {
                parser.nextToken();
                structured += articlesIn(parser);
            } catch (IOException e) {
                // a page may hold anything; a browser ignores it, too
            }
        }
    }

    /** The articles that a JSON-LD text describes itself. Those that it only mentions, as a list does, do not count. */
    private static int articlesIn(JsonParser json) throws IOException {
        int found = 0;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                found += articlesIn(json);
            }
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (name.equals("@graph")) {
                    found += articlesIn(json);
                } else if (name.equals("@type")) {
                    found += isArticleType(json) ? 1 : 0;
                } else {
                    json.skipChildren();
                }
            }
        }
        return found;
    }

    private static boolean isArticleType(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return isArticle(json.getValueAsString(""));
        }
        boolean found = false;
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            found |= isArticle(json.getValueAsString(""));
            json.skipChildren();
        }
        return found;
    }

    private static boolean isArticle(String type) {
        return TYPES.contains(type.substring(type.lastIndexOf('/') + 1).strip());
    }

    private void readMeta() {
        var content = attribute("content");
        for (var attribute : List.of("property", "name")) {
            switch (attribute(attribute).toLowerCase(Locale.ROOT)) {
                case "article:published_time" -> published |= !content.isEmpty();
                case "og:type" -> typed |= content.equalsIgnoreCase("article");
                default -> {
                    // no other tells articles from other pages
                }
            }
        }
    }

    /** An item with {@code itemprop} is part of another one, such as a list. */
    private void readMicrodata() {
        if (tokens.attribute("itemtype") >= 0 && tokens.attribute("itemprop") < 0) {
            for (var type : attribute("itemtype").split("\\s+", -1)) {
                structured += type.contains("schema.org/") && isArticle(type) ? 1 : 0;
            }
        }
    }

    private void readClasses() {
        for (var name : attribute("class").split("\\s+", -1)) {
            named |= CLASSES.contains(name);
            entries += name.equals("h-entry") || name.equals("hentry") ? 1 : 0;
            contents += name.equals("e-content") || name.equals("entry-content") ? 1 : 0;
        }
    }

    private String attribute(String name) {
        int index = tokens.attribute(name);
        return index < 0 ? "" : tokens.attributeValue(index).strip();
    }
}
