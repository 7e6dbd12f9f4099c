package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the raw views of a page, consistently. */
final class RawViewReader {

    /** From here on until the year 2286 all seconds have ten digits, and their order as text is that of time. */
    private static final long TEN_DIGITS = 1_000_000_000L;

    /**
     * From the first view to the last.
     *
     * @param first epoch second
     * @param last epoch second
     */
    record Span(long first, long last) {}

    private final Queries queries;
    private final Attributes attributes;

    RawViewReader(Queries queries, Attributes attributes) {
        this.queries = queries;
        this.attributes = attributes;
    }

    /** Where a page's views lie; empty if it has none. */
    Optional<Span> span(String page) {
        return end(page, true).flatMap(first -> end(page, false).map(last -> new Span(first, last)));
    }

    private Optional<Long> end(String page, boolean first) {
        return queries.first(query(page).scanIndexForward(first))
                .map(item -> Attributes.view(page, item).second());
    }

    /** Gives every view of a page. */
    void read(String page, Consumer<View> views) {
        queries.items(query(page), item -> views.accept(Attributes.view(page, item)));
    }

    /** Gives every view of a page in a month. */
    void read(String page, YearMonth month, Consumer<View> views) {
        long from = month.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long end = month.plusMonths(1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        var query = from < TEN_DIGITS ? query(page) : between(page, from, end);
        queries.items(query, item -> {
            var view = Attributes.view(page, item);
            if (view.month().equals(month)) {
                views.accept(view);
            }
        });
    }

    private QueryRequest.Builder query(String page) {
        return queries.partition(attributes.pagePartition(page)).consistentRead(true);
    }

    /** What lies before a second without a point sorts before every view of that second. */
    private QueryRequest.Builder between(String page, long from, long end) {
        return queries.between(attributes.pagePartition(page), Long.toString(from), Long.toString(end))
                .consistentRead(true);
    }
}
