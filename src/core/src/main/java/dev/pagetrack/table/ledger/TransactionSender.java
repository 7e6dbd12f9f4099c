package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.DynamoDbErrors;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.ItemSize;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.ledger.LedgerTransaction.PageMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Sends one transaction and returns its outcome. */
final class TransactionSender {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String NONE = "None";

    /** Reasons for which a later attempt can succeed. Any other reason is an error in our code. */
    private static final List<String> TRANSIENT_CODES =
            List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "ThrottlingException");

    /** The outcome of a transaction. */
    sealed interface Outcome permits Written, SomeKnown, BoundsMoved, Busy {}

    /** All actions were done. */
    record Written() implements Outcome {}

    /** Nothing was written, because some of the raw views already exist. */
    record SomeKnown(SdkException cause) implements Outcome {}

    /**
     * Nothing was written, because another writer changed the first or last view of a page. The cache has the new
     * bounds.
     */
    record BoundsMoved(SdkException cause) implements Outcome {}

    /** The service was busy. It is unknown whether anything was written; the transaction can be tried again. */
    record Busy(SdkException cause) implements Outcome {}

    private final OpenTable table;
    private final RawViews rawViews;
    private final Runnable check;
    private final Attributes attributes;

    /** @param check is called before each transaction; it throws an exception if the transaction must not be sent */
    TransactionSender(OpenTable table, RawViews rawViews, Runnable check) {
        this.table = table;
        this.rawViews = rawViews;
        this.check = check;
        this.attributes = table.attributes();
    }

    /**
     * Sends a transaction.
     *
     * @param units receives the write units of the attempt, even if it fails: DynamoDB also charges for failed
     *     conditions
     */
    Outcome send(LedgerTransaction transaction, RollupCache rollups, LongConsumer units) {
        check.run();
        var actions = new Actions(transaction, rollups);
        units.accept(actions.units);
        try {
            table.client().transactWriteItems(write -> write.transactItems(actions.all));
        } catch (TransactionCanceledException e) {
            return cancelled(transaction, rollups, e);
        } catch (SdkException e) {
            if (DynamoDbErrors.isTransient(e)) {
                return new Busy(e);
            }
            throw DynamoDbErrors.explain(table.name(), e);
        }
        transaction.pages().forEach((page, gain) -> rollups.bounds(page, gain.widen(rollups.bounds(page))));
        actions.monthGains.forEach((month, gains) -> rollups.month(month).add(gains));
        return new Written();
    }

    /** The actions of a transaction, in the order that {@link #cancelled} relies on: views, pages, months. */
    private final class Actions {

        final List<TransactWriteItem> all = new ArrayList<>();
        final Map<PageMonth, Map<String, Long>> monthGains = new HashMap<>();
        long units;

        Actions(LedgerTransaction transaction, RollupCache rollups) {
            transaction.views().forEach(view -> add(rawViews.item(view)));
            transaction.pages().forEach((page, gain) -> add(page, gain.update(rollups.bounds(page))));
            transaction.months().forEach((month, gain) -> add(month, gain, rollups.month(month)));
        }

        private void add(Map<String, AttributeValue> view) {
            units += ItemSize.transactionUnits(ItemSize.of(view));
            all.add(put(view));
        }

        private void add(String page, Expression update) {
            var key = attributes.index(page);
            units += ItemSize.transactionUnits(ItemSize.of(key) + PageGain.BYTES);
            all.add(update(key, update));
        }

        private void add(PageMonth month, MonthGain gain, MonthCounts known) {
            var key = attributes.month(month.month(), month.page());
            var update = gain.update(known);
            units += ItemSize.transactionUnits(ItemSize.of(key) + known.bytesWith(update.gains()));
            monthGains.put(month, update.gains());
            all.add(update(key, update));
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> view) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(view)
                        .conditionExpression("attribute_not_exists(" + Attributes.PARTITION_KEY + ")"))
                .build();
    }

    private TransactWriteItem update(Map<String, AttributeValue> key, Expression expression) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(key)
                        .updateExpression(expression.update())
                        .conditionExpression(expression.condition())
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** Finds out why a transaction was cancelled. */
    private Outcome cancelled(LedgerTransaction transaction, RollupCache rollups, TransactionCanceledException cause) {
        var reasons = cause.cancellationReasons();
        int views = transaction.views().size();
        if (reasons.size() < views + transaction.pages().size()) {
            // The service should return one reason for each action.
            throw DynamoDbErrors.explain(table.name(), cause);
        }
        if (reasons.stream().limit(views).anyMatch(reason -> CONDITION_FAILED.equals(reason.code()))) {
            return new SomeKnown(cause);
        }
        boolean hasMoved = false;
        int action = views;
        for (var page : transaction.pages().keySet()) {
            var reason = reasons.get(action++);
            if (CONDITION_FAILED.equals(reason.code())) {
                rollups.bounds(page, reason.item());
                hasMoved = true;
            }
        }
        if (hasMoved) {
            return new BoundsMoved(cause);
        }
        if (reasons.stream()
                .map(CancellationReason::code)
                .allMatch(code -> NONE.equals(code) || TRANSIENT_CODES.contains(code))) {
            return new Busy(cause);
        }
        throw DynamoDbErrors.explain(table.name(), cause);
    }
}
