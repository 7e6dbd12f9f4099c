package dev.pagetrack.table.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Makes queries to their end, an answer of at most 1 MB after the other; what is throttled is asked for again. Adds up what
 * they cost, by any number of threads.
 */
public final class Queries {

    private final OpenTable table;
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder units = new DoubleAdder();

    Queries(OpenTable table) {
        this.table = table;
    }

    /** A query for one partition. */
    public QueryRequest.Builder partition(String partition) {
        return QueryRequest.builder()
                .tableName(table.name())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition")
                .expressionAttributeValues(Map.of(":partition", Attributes.text(partition)));
    }

    /** A query for the sort keys of a partition between two, both included. */
    public QueryRequest.Builder between(String partition, String from, String to) {
        return partition(partition)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition AND " + Attributes.SORT_KEY
                        + " BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":partition", Attributes.text(partition),
                        ":from", Attributes.text(from),
                        ":to", Attributes.text(to)));
    }

    /** A query for the sort keys of a partition that begin so. */
    public QueryRequest.Builder beginsWith(String partition, String prefix) {
        return partition(partition, "begins_with(" + Attributes.SORT_KEY + ", :sort)", prefix);
    }

    /** A query for the sort keys of a partition before another. */
    public QueryRequest.Builder before(String partition, String end) {
        return partition(partition, Attributes.SORT_KEY + " < :sort", end);
    }

    private QueryRequest.Builder partition(String partition, String condition, String sort) {
        return partition(partition)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition AND " + condition)
                .expressionAttributeValues(
                        Map.of(":partition", Attributes.text(partition), ":sort", Attributes.text(sort)));
    }

    /** What these queries took so far. */
    public ReadCost cost() {
        return new ReadCost(requests.sum(), units.sum());
    }

    /** Gives every item. */
    public void items(QueryRequest.Builder query, Consumer<Map<String, AttributeValue>> items) {
        answers(query, answer -> answer.items().forEach(items));
    }

    /** Gives every answer. */
    public void answers(QueryRequest.Builder query, Consumer<QueryResponse> answers) {
        answersWhile(query, answer -> {
            answers.accept(answer);
            return true;
        });
    }

    /** Gives every answer until one is the last that is wanted. */
    public void answersWhile(QueryRequest.Builder query, Predicate<QueryResponse> more) {
        Map<String, AttributeValue> from;
        do {
            var answer = ask(query.build());
            from = more.test(answer) ? answer.lastEvaluatedKey() : Map.of();
            query.exclusiveStartKey(from);
        } while (!from.isEmpty());
    }

    /** The first item, if there is one. */
    public Optional<Map<String, AttributeValue>> first(QueryRequest.Builder query) {
        return firstItems(query.limit(1)).stream().findFirst();
    }

    /** The first items, as many as the query's limit allows. */
    public List<Map<String, AttributeValue>> firstItems(QueryRequest.Builder query) {
        return ask(query.build()).items();
    }

    private QueryResponse ask(QueryRequest request) {
        var answer = table.callWithRetries("reading items of " + table.name(), client -> client.query(request));
        requests.increment();
        units.add(answer.consumedCapacity().capacityUnits());
        return answer;
    }
}
