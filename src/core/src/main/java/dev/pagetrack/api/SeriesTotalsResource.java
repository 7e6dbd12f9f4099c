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

    /** Characters for the views of a page, with quotes, colon and comma. */
    private static final int FOR_VIEWS = 10;

    private final PageTrackTable table;
    private final PageTotalsResource own;
    private final int maxCharacters;

    /** @param maxCharacters the length of the longest answer: the format has no parts */
    SeriesTotalsResource(PageTrackTable table, PageTotalsResource own, int maxCharacters) {
        this.table = table;
        this.own = own;
        this.maxCharacters = maxCharacters;
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
            sum.requireAtMost(maxCharacters, page);
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
        private int characters;

        /** Adds a page to the length of the answer, roughly: its name and its views. */
        private void requireAtMost(int maxCharacters, String page) {
            characters += page.length() + FOR_VIEWS;
            if (characters > maxCharacters) {
                throw ApiProblem.badRequest(
                        "The answer has more than " + maxCharacters + " characters",
                        "Ask for a smaller section, as in /pagetotals?blog/, or for parts, with /pagetotals?prefix=.");
            }
        }
    }
}
