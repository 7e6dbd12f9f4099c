package dev.pagetrack.maven;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.Count;
import dev.pagetrack.render.RenderReport;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** The report of a rendering, for people. */
final class RenderMessages {

    private RenderMessages() {}

    /**
     * What was done, in one line.
     *
     * @param describeFigures says where figures of an instant come from
     */
    static String summary(RenderReport report, Function<Instant, String> describeFigures) {
        var markers = report.markers().entrySet().stream()
                .map(widget -> widget.getKey() + " " + widget.getValue())
                .collect(joining(", "));
        return String.format(
                Locale.ROOT,
                "Rendered %s: %s; %s changed, %s right already%s.",
                Count.of(report.pages(), "page"),
                markers.isEmpty() ? "no markers" : markers,
                Count.of(report.changed().size(), "file"),
                Count.of(report.unchanged(), "was", "were"),
                report.asOf()
                        .map(instant -> "; figures of " + describeFigures.apply(instant))
                        .orElse(""));
    }
}
