package dev.pagetrack.render.widget;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.MarkerParameters;
import dev.pagetrack.render.marker.ProblemList;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.stats.Period;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Checks, before the first page is written, that what markers name exists and what they ask for is possible. */
public final class MarkerChecks {

    private MarkerChecks() {}

    /**
     * Requires that the pages that markers name exist.
     *
     * @throws RenderException if one does not exist
     */
    public static void requirePages(SiteScan scan) {
        var problems = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            var page = kind.page();
            if (page.isPresent() && scan.site().findWritten(page.get()).isEmpty()) {
                problems.put(
                        kind,
                        "page=\"" + page.get()
                                + "\": the site has no such page;"
                                + " write a page path, such as blog/articles/my-article/");
            }
        }
        requireNone(problems, scan);
    }

    /**
     * Requires that the templates that markers name exist.
     *
     * @param names the names of all templates that exist
     * @throws RenderException if one does not exist
     */
    public static void requireTemplates(SiteScan scan, Set<String> names) {
        var problems = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            if (!names.contains(kind.template())) {
                problems.put(
                        kind,
                        "template=\"" + kind.template() + "\": there is no such template; there are "
                                + String.join(", ", names));
            }
        }
        requireNone(problems, scan);
    }

    /**
     * Requires that a widget that compares a period with the one before it is not asked for all time.
     *
     * @param templates the templates of all markers by name
     * @throws RenderException if a marker asks for all time
     */
    public static void requirePeriods(SiteScan scan, Map<String, WidgetTemplate> templates) {
        var problems = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            if (kind.period() instanceof Period.AllTime
                    && requireNonNull(templates.get(kind.template()), kind.template())
                            .uses(Variables.TRENDING)) {
                problems.put(
                        kind,
                        kind.widget() + " compares a period with the one before it, and nothing is before all time:"
                                + " write period=\"30d\" or another of "
                                + Period.FORMS.substring("all, ".length()));
            }
        }
        requireNone(problems, scan);
    }

    /** Reports the problem of each marker that has one, by the marker's parameters. */
    private static void requireNone(Map<MarkerParameters, String> problems, SiteScan scan) {
        if (problems.isEmpty()) {
            return;
        }
        var messages = new ArrayList<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                var problem = problems.get(marker.parameters());
                if (problem != null) {
                    messages.add(place(marked, marker) + ": " + rulePrefix(marker) + problem);
                }
            }
        }
        throw new RenderException(messages);
    }

    /** The inject rule that a marker comes from, as the prefix of a message; empty if the theme wrote the marker. */
    static String rulePrefix(Marker marker) {
        return marker.injected().map(some -> some.injection().name() + ": ").orElse("");
    }

    /** The file, line and column of a marker. Only messages need them, so the page is read again. */
    static String place(MarkedPage marked, Marker marker) {
        return new ProblemList(marked.page().name(), marked.page().read()).place(marker.start());
    }
}
