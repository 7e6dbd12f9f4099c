package dev.pagetrack.maven;

import static java.util.Objects.requireNonNullElse;

import dev.pagetrack.render.marker.InjectRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@code <inject>} element of the pom. Maven sets each field from the element of the same name. */
public final class Inject {

    private @Nullable String selector;
    private @Nullable String position;
    private @Nullable String widget;
    private Map<String, String> parameters = Map.of();
    private List<String> includes = List.of();
    private List<String> excludes = List.of();

    /** Creates an empty rule whose fields Maven sets. */
    public Inject() {}

    InjectRule rule() {
        var named = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> named.put(name, value == null ? "" : value));
        return new InjectRule(
                requireNonNullElse(selector, ""),
                requireNonNullElse(position, ""),
                requireNonNullElse(widget, ""),
                named,
                ParameterValues.trimmed(includes),
                ParameterValues.trimmed(excludes));
    }
}
