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
 * The views of a page over time as templates see them: numbers and names, and where the bars of a chart stand.
 *
 * @param days the days; empty for a page without any
 * @param by how long the steps are
 * @param steps the steps and their views
 */
record HistoryChart(Optional<DayRange> days, HistoryStep by, List<Step> steps) {

    private static final int HEIGHT = 40;
    private static final int BAR = 5;
    private static final int GAP = 1;

    /**
     * One bar.
     *
     * @param days its days
     * @param name what it is called
     * @param views its views
     */
    record Step(DayRange days, String name, long views) {}

    static HistoryChart of(Optional<DayRange> days, Optional<HistoryStep> by, ToLongFunction<DayRange> views) {
        var step = by.or(() -> days.map(HistoryStep::fitting)).orElse(HistoryStep.MONTH);
        var steps = days.map(step::cut).orElse(List.of()).stream()
                .map(some -> new Step(some, step.name(some.from()), views.applyAsLong(some)))
                .toList();
        return new HistoryChart(days, step, steps);
    }

    /** What a template sees, with numbers for a locale. */
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
        data.put("width", Integer.toString(Math.max(0, steps.size() * (BAR + GAP) - GAP)));
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
            bar.put("x", Integer.toString(bars.size() * (BAR + GAP)));
            bar.put("y", Integer.toString(HEIGHT - height));
            bar.put("width", Integer.toString(BAR));
            bar.put("height", Integer.toString(height));
            bars.add(bar);
        }
        return bars;
    }

    /** Some views are never drawn as none. */
    private static int height(long views, long max) {
        return views == 0 ? 0 : (int) Math.max(1, Math.round((double) views * HEIGHT / max));
    }
}
