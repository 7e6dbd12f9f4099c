package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes views and rollups with transactions, one after the other. All views of a page go to the same writer, so no two
 * of our running transactions change the same page.
 */
final class TransactionalViewWriter implements ViewWriter {

    private final TransactionSender sender;
    private final RollupCache rollups;
    private final Items items;
    private final Attributes attributes;
    private final Backoff backoff;
    private volatile boolean stopped;

    TransactionalViewWriter(OpenTable table, TransactionSender sender) {
        this.sender = sender;
        this.rollups = new RollupCache(table);
        this.items = table.items();
        this.attributes = table.attributes();
        this.backoff = table.backoff();
    }

    @Override
    public synchronized LedgerReport write(List<View> views) {
        var pending = views;
        var units = new LongAdder();
        long known = 0;
        for (int failures = 0; !pending.isEmpty(); ) {
            ViewWriter.requireNotStopped(stopped);
            var transaction = LedgerTransaction.of(pending);
            rollups.load(transaction, pending);
            var outcome = sender.send(transaction, rollups, units::add);
            if (outcome instanceof TransactionSender.Written) {
                pending = pending.subList(transaction.views().size(), pending.size());
                failures = 0;
            } else if (outcome instanceof TransactionSender.SomeKnown someKnown) {
                var fresh = withoutKnown(pending);
                known += pending.size() - fresh.size();
                failures = fresh.size() < pending.size() ? 0 : pauseAfter(failures, someKnown.cause());
                pending = fresh;
            } else if (outcome instanceof TransactionSender.Busy busy) {
                failures = pauseAfter(failures, busy.cause());
            } else if (outcome instanceof TransactionSender.BoundsMoved moved) {
                // The bounds are known now, so the same transaction should succeed. If it does not, attempts must end.
                failures = failures == 0 ? 1 : pauseAfter(failures, moved.cause());
            }
        }
        return new LedgerReport(views.size() - known, known, units.sum());
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private int pauseAfter(int failures, SdkException cause) {
        backoff.pause(failures + 1, "writing views", cause);
        return failures + 1;
    }

    /**
     * Looks up all remaining views as soon as one of them exists. Then the log was delivered before, or a response was
     * lost, so most of the others probably exist, too.
     */
    private List<View> withoutKnown(List<View> views) {
        var existing = items.existing(views.stream().map(attributes::rawView).toList());
        return new ArrayList<>(views.stream()
                .filter(view -> !existing.contains(attributes.rawView(view)))
                .toList());
    }
}
