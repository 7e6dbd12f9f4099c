package dev.pagetrack.api;

import dev.pagetrack.table.PageTrackTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The totals as the blog series' own site has them: the section is the first key of the query, and four keys that name no
 * page stand beside the pages.
 */
final class SeriesTotals implements Resource {

    private final PageTrackTable table;

    SeriesTotals(PageTrackTable table) {
        this.table = table;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public boolean takesFirstKey() {
        return true;
    }

    @Override
    public Content answer(Parameters parameters) {
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
