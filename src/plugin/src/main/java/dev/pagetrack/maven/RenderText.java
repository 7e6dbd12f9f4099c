package dev.pagetrack.maven;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.RenderReport;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** The report of a rendering, for people. */
final class RenderText {

    private RenderText() {}

    /**
     * What was done, in one line.
     *
     * @param origin says where figures of an instant come from
     */
    static String summary(RenderReport report, Function<Instant, String> origin) {
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
                report.asOf()
                        .map(instant -> "; figures of " + origin.apply(instant))
                        .orElse(""));
    }
}
