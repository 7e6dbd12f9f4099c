package dev.pagetrack.render.widget;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.marker.MarkerParameters;
import dev.pagetrack.render.scan.SiteScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the lists of pages that are empty, and says why. */
public final class EmptyLists {

    private EmptyLists() {}

    /**
     * A warning for each list that is empty though the table has views.
     *
     * @param templates the templates of all markers by name
     */
    public static List<String> warnings(SiteScan scan, Map<String, WidgetTemplate> templates, WidgetData data) {
        var warnings = new TreeSet<String>();
        for (var kind : scan.kinds().keySet()) {
            var template = requireNonNull(templates.get(kind.template()), kind.template());
            if (template.uses("items") || template.uses(Variables.TRENDING)) {
                data.whyEmpty(kind).ifPresent(why -> warnings.add(name(kind) + " is empty: " + why + "."));
            }
        }
        return new ArrayList<>(warnings);
    }

    /** The marker as its author would recognise it. */
    private static String name(MarkerParameters kind) {
        var selection = kind.selection();
        return kind.widget()
                + parameter("period", kind.periodText().equals("all") ? "" : kind.periodText())
                + parameter("prefix", selection.prefix())
                + parameter("exclude", selection.exclude())
                + parameter("only", selection.articles() ? "articles" : "");
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + value + "\"";
    }
}
