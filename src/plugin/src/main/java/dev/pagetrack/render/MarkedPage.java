package dev.pagetrack.render;

import java.util.List;

/**
 * A page that holds markers.
 *
 * @param page the page
 * @param version its file as it was when the markers were found
 * @param charset how its text is written
 * @param markers the markers in their order
 * @param contents what each of them held
 */
record MarkedPage(
        SitePage page, FileVersion version, PageCharset charset, List<Marker> markers, List<ContentKey> contents) {

    MarkedPage {
        markers = List.copyOf(markers);
        contents = List.copyOf(contents);
    }
}
