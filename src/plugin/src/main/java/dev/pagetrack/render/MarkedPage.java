package dev.pagetrack.render;

import java.util.List;

/**
 * A page that holds markers.
 *
 * @param page the page
 * @param version its file as it was when the markers were found
 * @param markers the markers in their order
 */
record MarkedPage(SitePage page, FileVersion version, List<Marker> markers) {

    MarkedPage {
        markers = List.copyOf(markers);
    }
}
