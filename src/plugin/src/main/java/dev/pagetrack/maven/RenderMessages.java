package dev.pagetrack.maven;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.Count;
import dev.pagetrack.render.RenderReport;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** Formats the report of a rendering for the build log. */
final class RenderMessages {

    private RenderMessages() {}

    /**
     * A summary of the rendering in one line.
     *
     * @param describeFigures describes figures that were read at an instant: their age and cost
     */
    static String summary(RenderReport report, Function<Instant, String> describeFigures) {
        var markers = report.markers().entrySet().stream()
                .map(widget -> widget.getKey() + " " + widget.getValue())
                .collect(joining(", "));
        return String.format(
                Locale.ROOT,
                "Rendered %s: %s; %s changed, %,d already up to date%s.",
                Count.of(report.pages(), "page"),
                markers.isEmpty() ? "no markers" : markers,
                Count.of(report.changed().size(), "file"),
                report.unchanged(),
                report.asOf()
                        .map(instant -> "; figures of " + describeFigures.apply(instant))
                        .orElse(""));
    }
}
