package dev.pagetrack.maven;

import dev.pagetrack.render.marker.InjectRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@code <inject>} element of the pom. Maven sets each field from the element of the same name. */
public final class Inject {

    private String selector;
    private String position;
    private String widget;
    private Map<String, String> parameters = Map.of();
    private List<String> includes = List.of();
    private List<String> excludes = List.of();

    /** Creates an empty rule whose fields Maven sets. */
    public Inject() {}

    InjectRule rule() {
        var named = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> named.put(name, value == null ? "" : value));
        return new InjectRule(
                selector,
                position,
                widget,
                named,
                ParameterValues.trimmed(includes),
                ParameterValues.trimmed(excludes));
    }
}
