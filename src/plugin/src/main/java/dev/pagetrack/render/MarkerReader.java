package dev.pagetrack.render;

import java.util.Optional;
import java.util.Set;

/** Understands the markers of a page: their widget and their parameters. */
final class MarkerReader {

    private static final Set<String> LISTS = Set.of("ol", "ul", "menu");
    private static final String OWN = MarkerFinder.ATTRIBUTE + "-";
    private static final String DATA = "data-";

    private final Set<String> widgets;
    private final PageCharset charset;
    private final ProblemList problems;

    /**
     * @param widgets the widgets there are
     * @param charset the charset of the page
     * @param problems takes what is wrong
     */
    MarkerReader(Set<String> widgets, PageCharset charset, ProblemList problems) {
        this.widgets = widgets;
        this.charset = charset;
        this.problems = problems;
    }

    PageCharset charset() {
        return charset;
    }

    /** The marker with its parameters; empty if something in it is wrong, which the problems then say. */
    Optional<Marker> read(FoundMarker found) {
        if (!widgets.contains(found.widget())) {
            var shown = found.element().isEmpty()
                    ? "'" + found.widget() + "'"
                    : MarkerFinder.ATTRIBUTE + "=\"" + found.widget() + "\"";
            problems.add(found.start(), shown + ": there is no such widget; there are " + String.join(", ", widgets));
            return Optional.empty();
        }
        int before = problems.size();
        var parameters = found.element().isEmpty() ? fromComment(found) : fromElement(found);
        if (problems.size() > before) {
            return Optional.empty();
        }
        var list = LISTS.contains(found.element());
        return Optional.of(new Marker(
                found.widget(),
                found.element(),
                list,
                found.start(),
                found.contentStart(),
                found.contentEnd(),
                parameters,
                Optional.empty()));
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
        var parameter = Parameter.named(label);
        if (parameter.isEmpty()) {
            var before = name.substring(0, name.length() - label.length());
            problems.add(found.start(), name + " is no parameter; there are " + Parameter.list(before));
            return others;
        }
        return value(found, name, parameter.get(), value, others);
    }

    /** Other {@code data-} attributes are the theme's own, unless they look like a slip. */
    private MarkerParameters shared(
            FoundMarker found, String name, String label, String value, MarkerParameters others) {
        var parameter = Parameter.named(label);
        if (parameter.isPresent()) {
            return value(found, name, parameter.get(), value, others);
        }
        Parameter.near(label)
                .ifPresent(near -> problems.add(
                        found.start(),
                        name + " is no parameter: write " + DATA + near.label()
                                + ", or give an attribute of the theme's own another name"));
        return others;
    }

    private MarkerParameters value(
            FoundMarker found, String name, Parameter parameter, String raw, MarkerParameters others) {
        var value = charset.attribute(raw).strip();
        try {
            return parameter.read(value, others);
        } catch (IllegalArgumentException e) {
            problems.add(found.start(), name + "=\"" + value + "\": " + e.getMessage());
            return others;
        }
    }
}
