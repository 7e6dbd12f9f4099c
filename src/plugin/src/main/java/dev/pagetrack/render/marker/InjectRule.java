package dev.pagetrack.render.marker;

import static java.util.Objects.requireNonNullElse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A widget for pages whose theme has no marker for it, as the user asks for it. Nothing of it is checked yet: a rendering
 * does that before it reads the site.
 *
 * @param selector a CSS selector, as jsoup reads it: every element that matches gets the widget
 * @param position where the widget stands: {@code before}, {@code after}, {@code prepend}, {@code append} or {@code replace}
 * @param widget the widget's name
 * @param parameters names of parameters, without {@code data-}, and their values
 * @param includes patterns of page paths; with none, every page is meant
 * @param excludes patterns of page paths that are not meant
 */
public record InjectRule(
        String selector,
        String position,
        String widget,
        Map<String, String> parameters,
        List<String> includes,
        List<String> excludes) {

    public InjectRule {
        selector = requireNonNullElse(selector, "").strip();
        position = requireNonNullElse(position, "").strip();
        widget = requireNonNullElse(widget, "").strip();
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }
}
