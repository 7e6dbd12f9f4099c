package dev.pagetrack.render.marker;

import dev.pagetrack.html.Container;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.PageCharset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks the markers of a page and reads their parameters. */
public final class MarkerReader {

    private static final String PAGETRACK_DATA = MarkerFinder.ATTRIBUTE + "-";
    private static final String DATA = "data-";

    /**
     * The parameters that were read so far, for all pages of a site. A theme writes the same markers into every page,
     * so their parameters are read once and not once for each page.
     *
     * @param parameters those that were read without problems
     */
    public record Cache(Map<RawParameters, MarkerParameters> parameters) {
        public Cache() {
            this(new ConcurrentHashMap<>());
        }
    }

    /**
     * A marker's widget and parameters as written. The charset is part of them, because it decides what bytes outside
     * ASCII mean.
     *
     * @param comment whether they stand in a comment, and not in attributes
     */
    private record RawParameters(String widget, boolean comment, Map<String, String> attributes, PageCharset charset) {

        // Written out because generated methods of records cost start-up time: see FileVersion.
        @Override
        public boolean equals(Object other) {
            return other instanceof RawParameters that
                    && comment == that.comment
                    && widget.equals(that.widget)
                    && charset.charset().equals(that.charset.charset())
                    && attributes.equals(that.attributes);
        }

        @Override
        public int hashCode() {
            return 31 * widget.hashCode() + attributes.hashCode();
        }
    }

    private final Set<String> widgets;
    private final Cache cache;
    private final PageCharset charset;
    private final ProblemList problems;

    /**
     * @param widgets the names of all widgets
     * @param cache the parameters that were read so far, in this page and in others
     * @param charset the charset of the page
     * @param problems receives what is wrong
     */
    public MarkerReader(Set<String> widgets, Cache cache, PageCharset charset, ProblemList problems) {
        this.widgets = widgets;
        this.cache = cache;
        this.charset = charset;
        this.problems = problems;
    }

    PageCharset charset() {
        return charset;
    }

    /**
     * The marker with its parameters; empty if something in it is wrong, which is then reported as a problem.
     *
     * @param html the page
     * @param containers finds the containers of the page's markers
     */
    Optional<Marker> read(FoundMarker found, byte[] html, MarkerContainers containers) {
        if (!widgets.contains(found.widget())) {
            var shown = found.element().isEmpty()
                    ? "'" + found.widget() + "'"
                    : MarkerFinder.ATTRIBUTE + "=\"" + found.widget() + "\"";
            problems.add(found.start(), shown + ": there is no such widget; there are " + String.join(", ", widgets));
            return Optional.empty();
        }
        var raw = new RawParameters(found.widget(), found.element().isEmpty(), found.attributes(), charset);
        var parameters = cache.parameters().get(raw);
        if (parameters == null) {
            int before = problems.size();
            parameters = raw.comment() ? fromComment(found) : fromElement(found);
            if (problems.size() > before) {
                return Optional.empty();
            }
            cache.parameters().put(raw, parameters);
        }
        return Optional.of(marker(found, parameters, html, containers.of(found)));
    }

    private static Marker marker(FoundMarker found, MarkerParameters parameters, byte[] html, Container container) {
        return new Marker(
                parameters,
                found.element(),
                ElementRules.isList(found.element()),
                container,
                found.start(),
                found.contentStart(),
                found.contentEnd(),
                ContentKey.of(html, found.contentStart(), found.contentEnd()),
                Optional.empty());
    }

    private MarkerParameters fromComment(FoundMarker found) {
        var parameters = MarkerParameters.defaults(found.widget());
        for (var attribute : found.attributes().entrySet()) {
            parameters =
                    pagetrackParameter(found, attribute.getKey(), attribute.getKey(), attribute.getValue(), parameters);
        }
        return parameters;
    }

    private MarkerParameters fromElement(FoundMarker found) {
        var parameters = MarkerParameters.defaults(found.widget());
        for (var attribute : found.attributes().entrySet()) {
            var name = attribute.getKey();
            if (name.startsWith(PAGETRACK_DATA)) {
                parameters = pagetrackParameter(
                        found, name, name.substring(PAGETRACK_DATA.length()), attribute.getValue(), parameters);
            } else if (name.startsWith(DATA)
                    && !found.attributes().containsKey(PAGETRACK_DATA + name.substring(DATA.length()))) {
                parameters =
                        dataAttribute(found, name, name.substring(DATA.length()), attribute.getValue(), parameters);
            }
        }
        return parameters;
    }

    /**
     * Reads a parameter of a comment, or an attribute {@code data-pagetrack-*}. Its name must be that of a parameter.
     */
    private MarkerParameters pagetrackParameter(
            FoundMarker found, String name, String label, String value, MarkerParameters others) {
        var parameter = ParameterDefinition.named(label);
        if (parameter.isEmpty()) {
            var prefix = name.substring(0, name.length() - label.length());
            problems.add(found.start(), name + " is not a parameter; there are " + ParameterDefinition.list(prefix));
            return others;
        }
        return value(found, name, parameter.get(), value, others);
    }

    /**
     * Reads an attribute {@code data-*}. If it is no parameter, it belongs to the theme, unless it looks like a typo.
     */
    private MarkerParameters dataAttribute(
            FoundMarker found, String name, String label, String value, MarkerParameters others) {
        var parameter = ParameterDefinition.named(label);
        if (parameter.isPresent()) {
            return value(found, name, parameter.get(), value, others);
        }
        ParameterDefinition.similarTo(label)
                .ifPresent(similar -> problems.add(
                        found.start(),
                        name + " is not a parameter: write " + DATA + similar.label()
                                + ", or rename the attribute if it is meant for something else"));
        return others;
    }

    private MarkerParameters value(
            FoundMarker found, String name, ParameterDefinition parameter, String raw, MarkerParameters others) {
        var value = charset.attribute(raw).strip();
        try {
            return parameter.read(value, others);
        } catch (IllegalArgumentException e) {
            problems.add(found.start(), name + "=\"" + value + "\": " + e.getMessage());
            return others;
        }
    }
}
