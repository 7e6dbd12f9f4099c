package dev.pagetrack.render.marker;

import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.site.SitePage;
import java.util.List;
import java.util.Optional;

/**
 * A page to fill: it has markers, or places for injections, or content of a previous injection.
 *
 * @param page the page
 * @param charset the page's charset
 * @param hasBase whether an element {@code base} gives its relative links another base address
 * @param markers the markers in the order of the page
 * @param foundMarkers present if the page has injections, now or from a previous rendering: all markers in the file.
 *     Then the content offsets in {@code markers} belong to the {@link GeneratedPage}
 */
public record MarkedPage(
        SitePage page,
        PageCharset charset,
        boolean hasBase,
        List<Marker> markers,
        Optional<List<FoundMarker>> foundMarkers) {

    public MarkedPage {
        markers = List.copyOf(markers);
    }

    /**
     * Whether links must begin at the root because relative links would lead elsewhere. A web server sends
     * {@code 404.html} at any unknown address, so its relative links are unreliable, too.
     */
    public boolean needsLinksFromRoot() {
        return hasBase || page.isNotFoundPage();
    }
}
