package dev.pagetrack.render.scan;

import dev.pagetrack.html.HeadTags;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.marker.GeneratedPage;
import dev.pagetrack.render.marker.Prefilter;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.SitePage;
import java.util.List;
import java.util.Locale;

/**
 * The head of a page, as a browser reads it that runs scripts.
 *
 * @param canonical the canonical link as written; empty if there is none. Search engines ignore one in the body
 */
record PageHead(String canonical) {

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
        return enough
                ? part.head()
                : read(PageCharset.readable(GeneratedPage.of(page.read()))).head();
    }

    private static Part read(byte[] html) {
        var canonical = "";
        var charset = PageCharset.of(html);
        var tags = new HeadTags(html);
        while (tags.next()) {
            if (canonical.isEmpty() && tags.tag().isNamed("link")) {
                canonical = charset.attribute(canonical(tags.tag()));
            }
        }
        return new Part(new PageHead(canonical), tags.end());
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
}
