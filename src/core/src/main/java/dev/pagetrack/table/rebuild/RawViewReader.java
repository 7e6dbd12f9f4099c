package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the raw views of a page with consistent reads. */
final class RawViewReader {

    /**
     * From this second until the year 2286, epoch seconds have ten digits, so their text order is their order in time.
     */
    private static final long TEN_DIGITS = 1_000_000_000L;

    /**
     * The time from the first view to the last.
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

    /** The time span of a page's views; empty if it has none. */
    Optional<Span> span(String page) {
        return firstOrLast(page, true).flatMap(first -> firstOrLast(page, false).map(last -> new Span(first, last)));
    }

    private Optional<Long> firstOrLast(String page, boolean first) {
        return queries.first(query(page).scanIndexForward(first))
                .map(item -> Attributes.view(page, item).second());
    }

    /** Passes every view of a page to a consumer. */
    void read(String page, Consumer<View> views) {
        queries.items(query(page), item -> views.accept(Attributes.view(page, item)));
    }

    /** Passes every view of a page in a month to a consumer. */
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

    /** A bound without a decimal point sorts before all views of its second. */
    private QueryRequest.Builder between(String page, long from, long end) {
        return queries.between(attributes.pagePartition(page), Long.toString(from), Long.toString(end))
                .consistentRead(true);
    }
}
