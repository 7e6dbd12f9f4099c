package dev.pagetrack.render.widget;

import static java.util.Comparator.comparingLong;

import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.HistoryStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The views of a page over time as templates see them: the views of each step, and the position and size of its bar.
 *
 * @param days the days of the chart; empty for a page without figures
 * @param by the length of the steps
 * @param steps the steps and their views
 */
record HistoryChart(Optional<DayRange> days, HistoryStep by, List<Step> steps) {

    private static final int HEIGHT = 40;
    private static final int BAR_WIDTH = 5;
    private static final int GAP = 1;

    /**
     * A step of the history, which is one bar of the chart.
     *
     * @param days its days
     * @param name the name that is shown, such as {@code 2026-03}
     * @param views the views on its days
     */
    record Step(DayRange days, String name, long views) {}

    static HistoryChart of(Optional<DayRange> days, Optional<HistoryStep> by, ToLongFunction<DayRange> views) {
        var step = by.or(() -> days.map(HistoryStep::fitting)).orElse(HistoryStep.MONTH);
        var steps = days.map(step::cut).orElse(List.of()).stream()
                .map(range -> new Step(range, step.name(range.from()), views.applyAsLong(range)))
                .toList();
        return new HistoryChart(days, step, steps);
    }

    /** The values that a template sees, with numbers in the format of a locale. */
    Map<String, Object> data(Locale locale) {
        var highest = steps.stream().max(comparingLong(Step::views));
        long max = highest.map(Step::views).orElse(0L);
        var data = new HashMap<String, Object>();
        data.put("by", by.label());
        data.put("from", days.map(range -> range.from().toString()).orElse(""));
        data.put("to", days.map(range -> range.to().toString()).orElse(""));
        data.put(
                "total",
                new TemplateNumber(steps.stream().mapToLong(Step::views).sum(), locale));
        data.put("max", new TemplateNumber(max, locale));
        data.put("maxName", highest.map(Step::name).orElse(""));
        data.put("width", Integer.toString(Math.max(0, steps.size() * (BAR_WIDTH + GAP) - GAP)));
        data.put("height", Integer.toString(HEIGHT));
        data.put("steps", bars(max, locale));
        return data;
    }

    private List<Map<String, Object>> bars(long max, Locale locale) {
        var bars = new ArrayList<Map<String, Object>>();
        for (var step : steps) {
            int height = height(step.views(), max);
            var bar = new HashMap<String, Object>();
            bar.put("name", step.name());
            bar.put("from", step.days().from().toString());
            bar.put("to", step.days().to().toString());
            bar.put("views", new TemplateNumber(step.views(), locale));
            bar.put("x", Integer.toString(bars.size() * (BAR_WIDTH + GAP)));
            bar.put("y", Integer.toString(HEIGHT - height));
            bar.put("width", Integer.toString(BAR_WIDTH));
            bar.put("height", Integer.toString(height));
            bars.add(bar);
        }
        return bars;
    }

    /** The height of a bar, which is at least 1 if there are any views. */
    private static int height(long views, long max) {
        return views == 0 ? 0 : (int) Math.max(1, Math.round((double) views * HEIGHT / max));
    }
}
