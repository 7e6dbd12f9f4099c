package dev.pagetrack.api;

import dev.pagetrack.table.PageTrackTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The totals as the blog series' own site has them: the section is the first key of the query, and four keys that name no
 * page stand beside the pages. Where a parameter of our own API is given, as {@code pagetrack.js} does, the answer is our own.
 */
final class SeriesTotals implements Resource {

    private final PageTrackTable table;
    private final PageTotals own;

    SeriesTotals(PageTrackTable table, PageTotals own) {
        this.table = table;
        this.own = own;
    }

    @Override
    public Set<String> parameters() {
        return own.parameters();
    }

    @Override
    public boolean takesFirstKey() {
        return true;
    }

    @Override
    public Content answer(Parameters parameters) {
        if (parameters.asGiven().isEmpty()) {
            return series(parameters);
        }
        parameters.firstKey().ifPresent(key -> {
            throw ApiProblem.badRequest("A section ('" + key + "') and a parameter are given", "Give one of them.");
        });
        return own.answer(parameters);
    }

    private Content series(Parameters parameters) {
        var answer = new LinkedHashMap<String, Object>();
        var sum = new Sum();
        double units = table.totals(parameters.firstKey().orElse(""), "", (page, total) -> {
            answer.put(page, total.views());
            sum.views += total.views();
            sum.first = sum.first.isBefore(total.first()) ? sum.first : total.first();
            return true;
        });
        var start = Optional.of(sum.first).filter(first -> !first.equals(Instant.MAX));
        answer.put("TotalPageViews", sum.views);
        answer.put("DynamoConsumedCapacity", units);
        answer.put("ResultsStartTime", start.map(Instant::getEpochSecond).orElse(null));
        answer.put("ResultsStartTimeString", start.map(Instant::toString).orElse(null));
        return Content.json(answer);
    }

    private static final class Sum {
        private long views;
        private Instant first = Instant.MAX;
    }
}
