package dev.pagetrack.render;

import dev.pagetrack.Count;
import dev.pagetrack.render.marker.Injection;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the user should know of a rendering that did not fail: a sentence each, with the way out. */
final class SiteWarnings {

    private static final int NAMED = 10;

    private SiteWarnings() {}

    /** Nothing asks for a figure: neither a marker, nor an element that an injection names. */
    static List<String> nothingToFill(SiteScan scan, List<Injection> injections) {
        var warnings = new ArrayList<String>();
        warnings.add("No marker was found in " + Count.of(scan.site().size(), "page")
                + ": write <span data-pagetrack=\"views\"></span>"
                + " into the theme, or add an <inject> for it to the pom. A minifier may have dropped markers that are"
                + " comments.");
        warnings.addAll(idle(scan, injections));
        return warnings;
    }

    /** InjectRuleReader that found no place. */
    static List<String> idle(SiteScan scan, List<Injection> injections) {
        if (injections.isEmpty()) {
            return List.of();
        }
        var placed = new HashSet<Integer>();
        scan.marked().stream()
                .flatMap(marked -> marked.markers().stream())
                .flatMap(marker -> marker.injected().stream())
                .forEach(injected -> placed.add(injected.injection().number()));
        return injections.stream()
                .filter(injection -> !placed.contains(injection.number()))
                .map(injection -> idle(injection, scan.site()))
                .toList();
    }

    private static String idle(Injection injection, Site site) {
        long meant = site.pages().stream()
                .filter(page -> injection.pages().matches(page.path()))
                .count();
        return injection.name() + " has no effect: "
                + (meant == 0
                        ? "no page path matches its <includes> and <excludes>; write patterns as blog/**."
                        : "its selector matches no element of the "
                                + Count.of(meant, "page that is meant.", "pages that are meant."));
    }

    /** Compressed copies of pages that were changed. */
    static Optional<String> stale(SiteScan scan, Collection<Path> changed) {
        if (scan.compressed().isEmpty()) {
            return Optional.empty();
        }
        var files = new HashSet<String>();
        changed.forEach(file -> files.add(file.toString()));
        var stale = scan.compressed().stream()
                .map(Path::toString)
                .filter(copy -> files.contains(copy.substring(0, copy.length() - 3)))
                .toList();
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        var named = String.join(", ", stale.subList(0, Math.min(NAMED, stale.size())));
        var more = stale.size() > NAMED ? " and " + (stale.size() - NAMED) + " more" : "";
        return Optional.of("Compressed copies no longer match their pages; compress after rendering: " + named + more);
    }
}
