package dev.pagetrack.render.scan;

import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.html.HeadTags;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import java.util.regex.Pattern;

/**
 * Reads whether a page asks search engines not to list it: a {@code meta} element with the name {@code robots}. It
 * belongs into the head. Crawlers differ in whether they obey one in the body. Here it counts anywhere, because a page
 * that is left out by mistake does less harm than one that its author wants to hide.
 */
final class RobotsMeta {

    private static final Pattern NOINDEX = Pattern.compile("(?i)(?:.*[\\s,])?(?:noindex|none)(?:[\\s,].*)?");

    private RobotsMeta() {}

    /**
     * Whether the page asks not to be listed.
     *
     * @param html the page as {@link PageCharset#readable} returns it
     */
    static boolean isNoindex(byte[] html) {
        var charset = PageCharset.of(html);
        return isInHead(html, charset) || (ByteSearch.contains(html, "robots") && isInBody(html, charset));
    }

    private static boolean isInHead(byte[] html, PageCharset charset) {
        var tags = new HeadTags(html);
        while (tags.next()) {
            if (isNoindex(tags.tag(), charset)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInBody(byte[] html, PageCharset charset) {
        var tokens = new HtmlTokenizer(html);
        int templates = 0;
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.COMMENT) {
                continue;
            }
            if (tokens.isNamed("template")) {
                templates = Math.max(0, templates + (token == Token.START_TAG ? 1 : -1));
            } else if (templates == 0 && token == Token.START_TAG && isNoindex(tokens, charset)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoindex(HtmlTokenizer meta, PageCharset charset) {
        if (!meta.isNamed("meta")) {
            return false;
        }
        int name = meta.attribute("name");
        int content = meta.attribute("content");
        return name >= 0
                && content >= 0
                && charset.attribute(meta.attributeValue(name)).strip().equalsIgnoreCase("robots")
                && NOINDEX.matcher(charset.attribute(meta.attributeValue(content)))
                        .matches();
    }
}
