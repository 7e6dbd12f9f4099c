package dev.pagetrack.maven;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.RenderReport;
import java.util.Locale;
import java.util.Optional;

/** The report of a rendering, for people. */
final class RenderText {

    private RenderText() {}

    /**
     * What was done, in one line.
     *
     * @param figures where the figures come from, if any were needed
     */
    static String summary(RenderReport report, Optional<String> figures) {
        var markers = report.markers().entrySet().stream()
                .map(widget -> widget.getValue() + " " + widget.getKey())
                .collect(joining(", "));
        return String.format(
                Locale.ROOT,
                "Rendered %,d pages: %s; %,d files changed, %,d were right already%s.",
                report.pages(),
                markers.isEmpty() ? "no markers" : markers,
                report.changed().size(),
                report.unchanged(),
                figures.map(origin -> "; figures of " + origin).orElse(""));
    }
}
