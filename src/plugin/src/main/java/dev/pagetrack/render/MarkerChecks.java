package dev.pagetrack.render;

import dev.pagetrack.stats.Period;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What must hold between a marker and the rest of the site, before the first page is written. */
final class MarkerChecks {

    private MarkerChecks() {}

    /**
     * The pages that markers name must exist.
     *
     * @throws RenderException if one does not
     */
    static void requirePages(SiteScan scan) {
        require(
                scan,
                marker -> marker.parameters()
                        .page()
                        .filter(page -> scan.site().find(page).isEmpty())
                        .map(page -> "page=\"" + page
                                + "\": the site has no such page; write its path as blog/articles/my-article/"));
    }

    /**
     * The templates that markers name must exist.
     *
     * @param names the templates there are
     * @throws RenderException if one does not
     */
    static void requireTemplates(SiteScan scan, Set<String> names) {
        require(
                scan,
                marker -> names.contains(marker.template())
                        ? Optional.empty()
                        : Optional.of("template=\"" + marker.template() + "\": there is no such template; there are "
                                + String.join(", ", names)));
    }

    /**
     * All time cannot be compared with the time before it.
     *
     * @param templates have read the templates of all markers
     * @throws RenderException if a marker asks for that
     */
    static void requirePeriods(SiteScan scan, WidgetTemplates templates) {
        require(
                scan,
                marker -> marker.parameters().period() instanceof Period.AllTime
                                && templates.uses(marker.template(), Variables.TRENDING)
                        ? Optional.of(marker.widget()
                                + " compares a period with the one before it: write period=\"30d\" or another of "
                                + Period.FORMS.substring("all, ".length()))
                        : Optional.empty());
    }

    private static void require(SiteScan scan, Function<Marker, Optional<String>> problem) {
        var problems = new ArrayList<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                problem.apply(marker).ifPresent(text -> problems.add(place(marked, marker) + ": " + by(marker) + text));
            }
        }
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
    }

    private static String by(Marker marker) {
        return marker.injected().map(some -> some.injection().name() + ": ").orElse("");
    }

    /** Lines are counted for messages only, and by then the page's bytes are long gone. */
    static String place(MarkedPage marked, Marker marker) {
        return new ProblemList(marked.page().name(), marked.page().read()).place(marker.start());
    }
}
