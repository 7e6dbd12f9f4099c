package dev.pagetrack.render;

import dev.pagetrack.render.HtmlTokenizer.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the head of a page says to those who link to it. It is read up to the first tag that cannot stand in a head.
 *
 * @param canonical where the author says the page really lies, as written; empty if nothing is said
 * @param noindex whether the author asks search engines to leave the page out
 */
record PageHead(String canonical, boolean noindex) {

    private static final Set<String> HEAD_ELEMENTS =
            Set.of("html", "head", "meta", "link", "title", "base", "script", "style", "noscript", "template");

    private static final Pattern NOINDEX = Pattern.compile("(?i)(?:.*[\\s,])?(?:noindex|none)(?:[\\s,].*)?");

    /** Whether an element, named in lower case, may stand in a head. */
    static boolean mayHold(String element) {
        return HEAD_ELEMENTS.contains(element);
    }

    /**
     * Reads it.
     *
     * @param html a page that is {@linkplain PageCharset#readable readable}
     */
    static PageHead of(byte[] html) {
        var canonical = "";
        boolean noindex = false;
        var charset = PageCharset.of(html);
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.START_TAG) {
                continue;
            }
            if (tokens.isNamed("link")) {
                canonical = canonical.isEmpty() ? charset.attribute(canonical(tokens)) : canonical;
            } else if (tokens.isNamed("meta")) {
                noindex |= isNoindex(tokens);
            } else if (!mayHold(tokens.name())) {
                break;
            }
        }
        return new PageHead(canonical, noindex);
    }

    private static String canonical(HtmlTokenizer link) {
        int rel = link.attribute("rel");
        int href = link.attribute("href");
        return rel >= 0 && href >= 0 && isCanonical(link.attributeValue(rel))
                ? link.attributeValue(href).strip()
                : "";
    }

    private static boolean isCanonical(String rel) {
        return rel.equalsIgnoreCase("canonical")
                || (rel.indexOf(' ') >= 0
                        && List.of(rel.toLowerCase(Locale.ROOT).split(" ")).contains("canonical"));
    }

    private static boolean isNoindex(HtmlTokenizer meta) {
        int name = meta.attribute("name");
        int content = meta.attribute("content");
        return name >= 0
                && content >= 0
                && meta.attributeValue(name).strip().equalsIgnoreCase("robots")
                && NOINDEX.matcher(meta.attributeValue(content)).matches();
    }
}
