package dev.pagetrack.maven;

import dev.pagetrack.render.InjectRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@code <inject>} of the pom: Maven sets its fields from the elements of their names. */
public final class Inject {

    private String selector;
    private String position;
    private String widget;
    private Map<String, String> parameters = Map.of();
    private List<String> includes = List.of();
    private List<String> excludes = List.of();

    /** An empty one, for Maven to fill. */
    public Inject() {}

    InjectRule rule() {
        var named = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> named.put(name, value == null ? "" : value));
        return new InjectRule(selector, position, widget, named, ParameterValues.trimmed(includes), ParameterValues.trimmed(excludes));
    }
}
