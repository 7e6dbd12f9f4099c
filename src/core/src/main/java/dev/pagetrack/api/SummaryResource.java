package dev.pagetrack.api;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import dev.pagetrack.table.PageTrackTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Set;

/** {@code /summary}: the number of all views and pages, the first and last view, and the read units that this took. */
final class SummaryResource implements Resource {

    private final PageTrackTable table;

    SummaryResource(PageTrackTable table) {
        this.table = table;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Content answer(QueryParameters parameters) {
        var sum = new Sum();
        double units = table.totals("", "", sum);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("views", sum.views);
        answer.put("pages", sum.pages);
        answer.put("since", sum.pages == 0 ? null : sum.first.toString());
        answer.put("last", sum.pages == 0 ? null : sum.last.toString());
        answer.put("consumedReadUnits", units);
        return Content.json(answer);
    }

    private static final class Sum implements TotalVisitor {

        private long views;
        private long pages;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        @Override
        public boolean visit(String page, PageTotal total) {
            views += total.views();
            pages++;
            first = total.first().isBefore(first) ? total.first() : first;
            last = total.last().isAfter(last) ? total.last() : last;
            return true;
        }
    }
}
