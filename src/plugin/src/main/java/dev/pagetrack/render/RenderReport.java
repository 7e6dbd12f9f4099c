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
 * @param changed the files that were replaced, in order
 * @param unchanged how many pages with markers held the right bytes already
 * @param asOf the instant of the figures; empty if the site has no markers, and so no figures were read
 * @param toLookAt the page that shows it; empty if the site has none
 * @param warnings what the user should know, one sentence each
 */
public record RenderReport(
        int pages,
        SortedMap<String, Integer> markers,
        List<Path> changed,
        int unchanged,
        Optional<Instant> asOf,
        Optional<Path> toLookAt,
        List<String> warnings) {

    public RenderReport {
        markers = Collections.unmodifiableSortedMap(new TreeMap<>(markers));
        changed = List.copyOf(changed);
        warnings = List.copyOf(warnings);
    }
}
