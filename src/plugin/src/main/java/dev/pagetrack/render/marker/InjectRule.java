package dev.pagetrack.render.marker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An {@code <inject>} rule as the user wrote it: it puts a widget into pages whose theme has no marker for it. A
 * rendering checks the rules before it reads the site.
 *
 * @param selector a CSS selector in jsoup's syntax; every element that matches gets the widget
 * @param position where the widget is put: {@code before}, {@code after}, {@code prepend}, {@code append} or
 *     {@code replace}
 * @param widget the widget's name
 * @param parameters names of parameters, without {@code data-}, and their values
 * @param includes patterns of the page paths that the rule applies to; none for all pages
 * @param excludes patterns of page paths that it does not apply to
 */
public record InjectRule(
        String selector,
        String position,
        String widget,
        Map<String, String> parameters,
        List<String> includes,
        List<String> excludes) {

    public InjectRule {
        selector = selector.strip();
        position = position.strip();
        widget = widget.strip();
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }
}
