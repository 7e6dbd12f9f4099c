package dev.pagetrack.render.scan;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.marker.GeneratedPage;
import dev.pagetrack.render.marker.Prefilter;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.SitePage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The canonical link and the robots directive of a page. A page is read up to the first tag that cannot be in a head.
 *
 * @param canonical the canonical link as written; empty if there is none
 * @param noindex whether the author asks search engines not to list the page
 */
record PageHead(String canonical, boolean noindex) {

    private static final Pattern NOINDEX = Pattern.compile("(?i)(?:.*[\\s,])?(?:noindex|none)(?:[\\s,].*)?");

    /** The number of bytes that are read first. */
    private static final int BEGINNING = 1 << 14;

    /**
     * A head, perhaps not read to its end.
     *
     * @param head what was found in it
     * @param end where it ends; the number of bytes that were read if it does not end there
     */
    private record Part(PageHead head, int end) {}

    /** Reads only the beginning of the file if the head ends there, contains no marker, and has a supported charset. */
    static PageHead of(SitePage page) {
        var beginning = PageBuffer.read(page.file(), BEGINNING).copy();
        var part = read(beginning);
        boolean enough = part.end() < beginning.length
                && Prefilter.mentions(beginning, part.end()).length == 0
                && PageCharset.of(beginning).problem().isEmpty();
        return enough ? part.head() : of(PageCharset.readable(GeneratedPage.of(page.read())));
    }

    /**
     * Reads the head of a page.
     *
     * @param html the page as {@link PageCharset#readable} returns it
     */
    static PageHead of(byte[] html) {
        return read(html).head();
    }

    private static Part read(byte[] html) {
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
            } else if (!ElementRules.mayStandInHead(tokens.name())) {
                return new Part(new PageHead(canonical, noindex), tokens.start());
            }
        }
        return new Part(new PageHead(canonical, noindex), html.length);
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
