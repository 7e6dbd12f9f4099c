package dev.pagetrack.render;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.Count;
import dev.pagetrack.render.marker.Injection;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SiteFiles;
import dev.pagetrack.render.site.SiteRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Warnings of a rendering that succeeded. Each says what is wrong and what to do. */
final class SiteWarnings {

    private static final int NAMED = 10;

    private SiteWarnings() {}

    /** The warnings for a site without a marker, in which no {@code <inject>} rule matches an element. */
    static List<String> nothingToFill(SiteScan scan, List<Injection> injections, SiteRoot root) {
        var warnings = new ArrayList<String>();
        warnings.add("No marker was found in " + Count.of(scan.site().size(), "page")
                + ": write <span data-pagetrack=\"views\"></span>"
                + " into the theme, or add an <inject> for it to the pom. A minifier may have dropped markers that are"
                + " comments.");
        warnings.addAll(unusedRules(scan, injections, root));
        return warnings;
    }

    /** One warning for each {@code <inject>} rule that matches nothing. */
    static List<String> unusedRules(SiteScan scan, List<Injection> injections, SiteRoot root) {
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
                .map(injection -> unusedRule(injection, scan.site(), root))
                .toList();
    }

    private static String unusedRule(Injection injection, Site site, SiteRoot root) {
        long selected = site.pages().stream()
                .filter(page -> injection.pages().matches(page.pathInSite()))
                .count();
        return injection.name() + " has no effect: "
                + (selected == 0
                        ? "no page path matches its <includes> and <excludes>; write patterns such as blog/**."
                                + withoutPath(injection.rule().includes(), root)
                        : "its selector matches no element of the "
                                + Count.of(selected, "page that it applies to.", "pages that it applies to."));
    }

    /** Advice for patterns that begin with the path of the site, as page paths in the table do. */
    private static String withoutPath(List<String> patterns, SiteRoot root) {
        var path = root.pathPrefix();
        boolean any = patterns.stream()
                .anyMatch(pattern -> pattern.replaceFirst("^/", "").startsWith(path));
        return any && !path.isEmpty()
                ? " Patterns begin below the address of the site: write them without " + path + "."
                : "";
    }

    /** A warning that names compressed copies of changed pages. */
    static Optional<String> staleCopies(SiteScan scan, Collection<Path> changed) {
        if (scan.compressed().isEmpty()) {
            return Optional.empty();
        }
        var files = new HashSet<String>();
        changed.forEach(file -> files.add(file.toString()));
        var stale = scan.compressed().stream()
                .map(Path::toString)
                .filter(copy -> files.contains(copy.substring(0, copy.lastIndexOf('.'))))
                .toList();
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Compressed copies no longer match their pages; compress after rendering: " + named(stale));
    }

    /** A warning that names links to pages outside the site. */
    static Optional<String> outsideLinks(SiteFiles files) {
        return files.outsideLinks().isEmpty()
                ? Optional.empty()
                : Optional.of("Symbolic links to pages outside the site were not followed, so these pages show no"
                        + " figures; copy the pages into the site: "
                        + named(files.outsideLinks().stream()
                                .map(Path::toString)
                                .toList()));
    }

    /** The first of some names, and how many more there are. */
    static String named(Collection<String> names) {
        var first = names.stream().limit(NAMED).collect(joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
