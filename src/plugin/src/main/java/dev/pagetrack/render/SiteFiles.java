package dev.pagetrack.render;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The files of a site that matter here.
 *
 * @param pages its pages, in no order
 * @param compressed compressed copies of pages, in order
 * @param leftovers temporary files of a run that was killed
 */
record SiteFiles(Collection<Page> pages, List<Path> compressed, Collection<Path> leftovers) {

    /**
     * The file of a page.
     *
     * @param file where it lies
     * @param version as it was found
     */
    record Page(Path file, FileVersion version) {}
}
