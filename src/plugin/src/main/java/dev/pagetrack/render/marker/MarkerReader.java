package dev.pagetrack.render.marker;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.PageCharset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Understands the markers of a page: their widget and their parameters. */
public final class MarkerReader {

    private static final String OWN = MarkerFinder.ATTRIBUTE + "-";
    private static final String DATA = "data-";

    /**
     * What a theme writes in every page, and how: the parameters are understood once, not once for each page.
     *
     * @param parameters those that were understood without problems
     */
    public record Known(Map<Written, MarkerParameters> parameters) {
        public Known() {
            this(new ConcurrentHashMap<>());
        }
    }

    /**
     * Parameters as written; of those with others than ASCII characters the charset decides what they mean.
     *
     * @param comment whether in a comment, and not in attributes
     */
    private record Written(String widget, boolean comment, Map<String, String> attributes, PageCharset charset) {

        // As generated, but ready: see FileVersion.
        @Override
        public boolean equals(Object other) {
            return other instanceof Written that
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
    private final Known known;
    private final PageCharset charset;
    private final ProblemList problems;

    /**
     * @param widgets the widgets there are
     * @param known what was understood in other pages
     * @param charset the charset of the page
     * @param problems takes what is wrong
     */
    public MarkerReader(Set<String> widgets, Known known, PageCharset charset, ProblemList problems) {
        this.widgets = widgets;
        this.known = known;
        this.charset = charset;
        this.problems = problems;
    }

    PageCharset charset() {
        return charset;
    }

    /**
     * The marker with its parameters; empty if something in it is wrong, which the problems then say.
     *
     * @param html the page
     */
    Optional<Marker> read(FoundMarker found, byte[] html) {
        if (!widgets.contains(found.widget())) {
            var shown = found.element().isEmpty()
                    ? "'" + found.widget() + "'"
                    : MarkerFinder.ATTRIBUTE + "=\"" + found.widget() + "\"";
            problems.add(found.start(), shown + ": there is no such widget; there are " + String.join(", ", widgets));
            return Optional.empty();
        }
        var written = new Written(found.widget(), found.element().isEmpty(), found.attributes(), charset);
        var parameters = known.parameters().get(written);
        if (parameters == null) {
            int before = problems.size();
            parameters = written.comment() ? fromComment(found) : fromElement(found);
            if (problems.size() > before) {
                return Optional.empty();
            }
            known.parameters().put(written, parameters);
        }
        return Optional.of(marker(found, parameters, html));
    }

    private static Marker marker(FoundMarker found, MarkerParameters parameters, byte[] html) {
        return new Marker(
                parameters,
                found.element(),
                ElementRules.isList(found.element()),
                found.start(),
                found.contentStart(),
                found.contentEnd(),
                ContentKey.of(html, found.contentStart(), found.contentEnd()),
                Optional.empty());
    }

    private MarkerParameters fromComment(FoundMarker found) {
        var parameters = MarkerParameters.defaults(found.widget());
        for (var attribute : found.attributes().entrySet()) {
            parameters = own(found, attribute.getKey(), attribute.getKey(), attribute.getValue(), parameters);
        }
        return parameters;
    }

    private MarkerParameters fromElement(FoundMarker found) {
        var parameters = MarkerParameters.defaults(found.widget());
        for (var attribute : found.attributes().entrySet()) {
            var name = attribute.getKey();
            if (name.startsWith(OWN)) {
                parameters = own(found, name, name.substring(OWN.length()), attribute.getValue(), parameters);
            } else if (name.startsWith(DATA) && !found.attributes().containsKey(OWN + name.substring(DATA.length()))) {
                parameters = shared(found, name, name.substring(DATA.length()), attribute.getValue(), parameters);
            }
        }
        return parameters;
    }

    /** A name that is ours alone must be a parameter. */
    private MarkerParameters own(FoundMarker found, String name, String label, String value, MarkerParameters others) {
        var parameter = ParameterDefinition.named(label);
        if (parameter.isEmpty()) {
            var before = name.substring(0, name.length() - label.length());
            problems.add(found.start(), name + " is no parameter; there are " + ParameterDefinition.list(before));
            return others;
        }
        return value(found, name, parameter.get(), value, others);
    }

    /** Other {@code data-} attributes are the theme's own, unless they look like a slip. */
    private MarkerParameters shared(
            FoundMarker found, String name, String label, String value, MarkerParameters others) {
        var parameter = ParameterDefinition.named(label);
        if (parameter.isPresent()) {
            return value(found, name, parameter.get(), value, others);
        }
        ParameterDefinition.near(label)
                .ifPresent(near -> problems.add(
                        found.start(),
                        name + " is no parameter: write " + DATA + near.label()
                                + ", or give an attribute of the theme's own another name"));
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
