package dev.pagetrack.render.marker;

import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.site.SitePage;
import java.util.List;
import java.util.Optional;

/**
 * A page that holds markers, or will.
 *
 * @param page the page
 * @param charset how its text is written
 * @param hasBase whether its relative links are not relative to it, by an element {@code base}
 * @param markers the markers in their order
 * @param injected where something is or was injected: the markers in the file, and those of the page are places in its
 *     {@link GeneratedPage}
 */
public record MarkedPage(
        SitePage page,
        PageCharset charset,
        boolean hasBase,
        List<Marker> markers,
        Optional<List<FoundMarker>> injected) {

    public MarkedPage {
        markers = List.copyOf(markers);
    }

    /** Whether relative links would lead elsewhere: a host shows {@code 404.html} at any address that it does not know. */
    public boolean needsLinksFromRoot() {
        return hasBase || page.name().equals(SitePage.NOT_FOUND) || page.name().endsWith("/" + SitePage.NOT_FOUND);
    }
}
