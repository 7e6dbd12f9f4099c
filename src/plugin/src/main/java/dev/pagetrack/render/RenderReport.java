package dev.pagetrack.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rendering did.
 *
 * @param pages how many pages the site has
 * @param markers how many markers were filled, by widget
 * @param changed the files that were replaced, sorted by name
 * @param unchanged how many pages with markers already held the right bytes
 * @param asOf the instant of the figures; empty if no figures were read, because the site has no markers
 * @param pageToOpen a page that shows the result; empty if the site has no pages
 * @param warnings what is probably wrong, one sentence or more each
 * @param notes what may be of interest, likewise
 */
public record RenderReport(
        int pages,
        SortedMap<String, Integer> markers,
        List<Path> changed,
        int unchanged,
        Optional<Instant> asOf,
        Optional<Path> pageToOpen,
        List<String> warnings,
        List<String> notes) {

    public RenderReport {
        markers = Collections.unmodifiableSortedMap(new TreeMap<>(markers));
        changed = List.copyOf(changed);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }
}
