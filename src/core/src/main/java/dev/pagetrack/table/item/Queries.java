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
 * Runs queries. A response has at most 1 MB, so a query takes as many requests as needed; throttled requests are
 * repeated. Adds up the cost of all queries. Thread-safe.
 */
public final class Queries {

    private final OpenTable table;
    private final LongAdder requests = new LongAdder();
    private final DoubleAdder units = new DoubleAdder();

    Queries(OpenTable table) {
        this.table = table;
    }

    /** Builds a query for one partition. */
    public QueryRequest.Builder partition(String partition) {
        return QueryRequest.builder()
                .tableName(table.name())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition")
                .expressionAttributeValues(Map.of(":partition", Attributes.text(partition)));
    }

    /** Builds a query for the items of a partition whose sort keys are between two, both included. */
    public QueryRequest.Builder between(String partition, String from, String to) {
        return partition(partition)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition AND " + Attributes.SORT_KEY
                        + " BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(
                        ":partition", Attributes.text(partition),
                        ":from", Attributes.text(from),
                        ":to", Attributes.text(to)));
    }

    /** Builds a query for the items of a partition whose sort keys begin with a prefix. */
    public QueryRequest.Builder beginsWith(String partition, String prefix) {
        return partition(partition, "begins_with(" + Attributes.SORT_KEY + ", :sort)", prefix);
    }

    /** Builds a query for the items of a partition whose sort keys are before another. */
    public QueryRequest.Builder before(String partition, String end) {
        return partition(partition, Attributes.SORT_KEY + " < :sort", end);
    }

    private QueryRequest.Builder partition(String partition, String condition, String sort) {
        return partition(partition)
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition AND " + condition)
                .expressionAttributeValues(
                        Map.of(":partition", Attributes.text(partition), ":sort", Attributes.text(sort)));
    }

    /** Returns the cost of all queries so far. */
    public ReadCost cost() {
        return new ReadCost(requests.sum(), units.sum());
    }

    /** Passes on every item that a query finds. */
    public void items(QueryRequest.Builder query, Consumer<Map<String, AttributeValue>> items) {
        answers(query, answer -> answer.items().forEach(items));
    }

    /** Passes on every response to a query. */
    public void answers(QueryRequest.Builder query, Consumer<QueryResponse> answers) {
        answersWhile(query, answer -> {
            answers.accept(answer);
            return true;
        });
    }

    /**
     * Passes on the responses to a query until there are no more, or no more are wanted.
     *
     * @param more returns whether to request the next response
     */
    public void answersWhile(QueryRequest.Builder query, Predicate<QueryResponse> more) {
        Map<String, AttributeValue> next;
        do {
            var answer = send(query.build());
            next = more.test(answer) ? answer.lastEvaluatedKey() : Map.of();
            query.exclusiveStartKey(next);
        } while (!next.isEmpty());
    }

    /** Returns the first item that a query finds, if there is one. */
    public Optional<Map<String, AttributeValue>> first(QueryRequest.Builder query) {
        return firstItems(query.limit(1)).stream().findFirst();
    }

    /** Returns the items of a query's first response, at most as many as its limit. */
    public List<Map<String, AttributeValue>> firstItems(QueryRequest.Builder query) {
        return send(query.build()).items();
    }

    private QueryResponse send(QueryRequest request) {
        var answer = table.callWithRetries("reading items of " + table.name(), client -> client.query(request));
        requests.increment();
        units.add(answer.consumedCapacity().capacityUnits());
        return answer;
    }
}
