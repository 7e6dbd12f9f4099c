package dev.pagetrack.render.widget;

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

/** What must hold between a marker and the rest of the site, before the first page is written. */
public final class MarkerChecks {

    private MarkerChecks() {}

    /**
     * The pages that markers name must exist.
     *
     * @throws RenderException if one does not
     */
    public static void requirePages(SiteScan scan) {
        var wrong = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            var page = kind.page();
            if (page.isPresent() && scan.site().find(page.get()).isEmpty()) {
                wrong.put(
                        kind,
                        "page=\"" + page.get()
                                + "\": the site has no such page; write its path as blog/articles/my-article/");
            }
        }
        requireNone(wrong, scan);
    }

    /**
     * The templates that markers name must exist.
     *
     * @param names the templates there are
     * @throws RenderException if one does not
     */
    public static void requireTemplates(SiteScan scan, Set<String> names) {
        var wrong = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            if (!names.contains(kind.template())) {
                wrong.put(
                        kind,
                        "template=\"" + kind.template() + "\": there is no such template; there are "
                                + String.join(", ", names));
            }
        }
        requireNone(wrong, scan);
    }

    /**
     * All time cannot be compared with the time before it.
     *
     * @param templates the templates of all markers by name
     * @throws RenderException if a marker asks for that
     */
    public static void requirePeriods(SiteScan scan, Map<String, WidgetTemplate> templates) {
        var wrong = new IdentityHashMap<MarkerParameters, String>();
        for (var kind : scan.kinds().keySet()) {
            if (kind.period() instanceof Period.AllTime
                    && templates.get(kind.template()).uses(Variables.TRENDING)) {
                wrong.put(
                        kind,
                        kind.widget() + " compares a period with the one before it: write period=\"30d\" or another of "
                                + Period.FORMS.substring("all, ".length()));
            }
        }
        requireNone(wrong, scan);
    }

    /** Names each marker of the kinds that are wrong. */
    private static void requireNone(Map<MarkerParameters, String> wrong, SiteScan scan) {
        if (wrong.isEmpty()) {
            return;
        }
        var problems = new ArrayList<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                var why = wrong.get(marker.parameters());
                if (why != null) {
                    problems.add(place(marked, marker) + ": " + by(marker) + why);
                }
            }
        }
        throw new RenderException(problems);
    }

    /** The rule that a marker is of, as the beginning of a message; empty if it is the theme's. */
    static String by(Marker marker) {
        return marker.injected().map(some -> some.injection().name() + ": ").orElse("");
    }

    /** Lines are counted for messages only, and by then the page's bytes are long gone. */
    static String place(MarkedPage marked, Marker marker) {
        return new ProblemList(marked.page().name(), marked.page().read()).place(marker.start());
    }
}
