package dev.pagetrack.api;

import dev.pagetrack.table.PageTrackTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /pagetotals} in the JSON format of the blog series: the query may begin with a section, and the answer has
 * four more keys besides the pages. A request with one of our own parameters, such as that of {@code pagetrack.js},
 * gets our own format.
 */
final class SeriesTotalsResource implements Resource {

    private final PageTrackTable table;
    private final PageTotalsResource own;

    SeriesTotalsResource(PageTrackTable table, PageTotalsResource own) {
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
    public Content answer(QueryParameters parameters) {
        if (parameters.asGiven().isEmpty()) {
            return series(parameters);
        }
        parameters.firstKey().ifPresent(key -> {
            throw ApiProblem.badRequest("A section ('" + key + "') and a parameter are given", "Give one of them.");
        });
        return own.answer(parameters);
    }

    private Content series(QueryParameters parameters) {
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
