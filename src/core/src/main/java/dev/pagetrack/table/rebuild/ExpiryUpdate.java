package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.site.Retention;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Sets the expiry of raw views that exist already. It writes only raw views whose expiry is wrong, so it can be
 * interrupted and run again. A second run then costs only the reads of the raw views that are right.
 */
public final class ExpiryUpdate {

    /** How many raw views are updated at the same time. */
    private static final int THREADS = 16;

    /** No run uses terms that are older than a day; see {@link dev.pagetrack.table.site.RunningTerms}. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private final Attributes attributes;
    private final Items items;
    private final Queries queries;
    private final Optional<Retention> retention;
    private final long earliest;
    private final AtomicLong views = new AtomicLong();
    private final AtomicLong updated = new AtomicLong();

    /**
     * Prepares the update.
     *
     * @param retention how long raw views are kept; empty if for ever
     * @param clock the current time
     */
    public ExpiryUpdate(OpenTable table, Optional<Retention> retention, Clock clock) {
        this.attributes = table.attributes();
        this.items = table.items();
        this.queries = table.queries();
        this.retention = retention;
        this.earliest = clock.instant().plus(MARGIN).getEpochSecond();
    }

    public ExpiryReport run() {
        var pages = new ArrayList<String>();
        queries.items(keys(attributes.indexPartition()), item -> pages.add(Attributes.sortKey(item)));
        pages.forEach(this::updatePage);
        return new ExpiryReport(pages.size(), views.get(), updated.get());
    }

    private void updatePage(String page) {
        queries.answers(keys(attributes.pagePartition(page)), answer -> {
            views.addAndGet(answer.count());
            OpenTable.inParallel(
                    THREADS, answer.items().stream().filter(this::isWrong).toList(), this::update);
        });
    }

    private QueryRequest.Builder keys(String partition) {
        return queries.partition(partition)
                .projectionExpression(
                        String.join(", ", Attributes.PARTITION_KEY, Attributes.SORT_KEY, Attributes.EXPIRES));
    }

    /** Whether a raw view should expire at another time. One that expires soon enough stays as it is. */
    private boolean isWrong(Map<String, AttributeValue> view) {
        var expires = expiry(view);
        boolean isSoon = expires != null
                && view.containsKey(Attributes.EXPIRES)
                && Attributes.number(view, Attributes.EXPIRES) <= earliest
                && Long.parseLong(expires.n()) <= earliest;
        return !isSoon && !Objects.equals(view.get(Attributes.EXPIRES), expires);
    }

    /**
     * When a raw view should expire; null for never. It is kept for some time from now on in any case: a run that does
     * not know the new retention yet must still find it.
     */
    private @Nullable AttributeValue expiry(Map<String, AttributeValue> view) {
        long second = Attributes.view("", view).second();
        return retention
                .map(kept -> Attributes.number(Math.max(kept.expiry(second), earliest)))
                .orElse(null);
    }

    private void update(Map<String, AttributeValue> view) {
        var update = new Expression();
        update.replace(view, Attributes.EXPIRES, expiry(view));
        update.requireAsRead(view, Attributes.PARTITION_KEY);
        var key = Attributes.key(Attributes.partition(view), Attributes.sortKey(view));
        // False if it has expired in the meantime, when an update would bring it back; or if another run was quicker.
        if (items.updateWithRetries("updating the expiry of raw views", key, update)) {
            updated.incrementAndGet();
        }
    }
}
