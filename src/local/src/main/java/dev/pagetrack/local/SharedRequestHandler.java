package dev.pagetrack.local;

import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/**
 * Handles the server's requests with the client of this process, so that both use one database. It ignores the access
 * key and region of a request, because all clients share the data.
 */
final class SharedRequestHandler extends DynamoDBRequestHandler {
    /** The only account id. */
    private static final int ACCOUNT = 0;

    private final DynamoDbClient client;

    SharedRequestHandler(DynamoDbClient client) {
        super(ACCOUNT);
        this.client = client;
    }

    @Override
    public void shutdown() {
        // The client is closed together with its database.
    }

    @Override
    public CreateTableResponse createTable(String key, String region, CreateTableRequest request) {
        return answer(client::createTable, request);
    }

    @Override
    public DeleteTableResponse deleteTable(String key, String region, DeleteTableRequest request) {
        return answer(client::deleteTable, request);
    }

    @Override
    public DescribeTableResponse describeTable(String key, String region, DescribeTableRequest request) {
        return answer(client::describeTable, request);
    }

    @Override
    public DescribeLimitsResponse describeLimits(String key, String region, DescribeLimitsRequest request) {
        return answer(client::describeLimits, request);
    }

    @Override
    public ListTablesResponse listTables(String key, String region, ListTablesRequest request) {
        return answer(client::listTables, request);
    }

    @Override
    public UpdateTableResponse updateTable(String key, String region, UpdateTableRequest request) {
        return answer(client::updateTable, request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(String key, String region, BatchGetItemRequest request) {
        return answer(client::batchGetItem, request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(String key, String region, BatchWriteItemRequest request) {
        return answer(client::batchWriteItem, request);
    }

    @Override
    public DeleteItemResponse deleteItem(String key, String region, DeleteItemRequest request) {
        return answer(client::deleteItem, request);
    }

    @Override
    public GetItemResponse getItem(String key, String region, GetItemRequest request) {
        return answer(client::getItem, request);
    }

    @Override
    public PutItemResponse putItem(String key, String region, PutItemRequest request) {
        return answer(client::putItem, request);
    }

    @Override
    public QueryResponse query(String key, String region, QueryRequest request) {
        return answer(client::query, request);
    }

    @Override
    public ScanResponse scan(String key, String region, ScanRequest request) {
        return answer(client::scan, request);
    }

    @Override
    public TransactGetItemsResponse transactGetItems(String key, String region, TransactGetItemsRequest request) {
        return answer(client::transactGetItems, request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(String key, String region, TransactWriteItemsRequest request) {
        return answer(client::transactWriteItems, request);
    }

    @Override
    public UpdateItemResponse updateItem(String key, String region, UpdateItemRequest request) {
        return answer(client::updateItem, request);
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(String key, String region, DescribeTimeToLiveRequest request) {
        return answer(client::describeTimeToLive, request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(String key, String region, UpdateTimeToLiveRequest request) {
        return answer(client::updateTimeToLive, request);
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(String key, String region, ListTagsOfResourceRequest request) {
        return answer(client::listTagsOfResource, request);
    }

    @Override
    public TagResourceResponse tagResource(String key, String region, TagResourceRequest request) {
        return answer(client::tagResource, request);
    }

    @Override
    public UntagResourceResponse untagResource(String key, String region, UntagResourceRequest request) {
        return answer(client::untagResource, request);
    }

    @Override
    public ExecuteStatementResponse executeStatement(String key, String region, ExecuteStatementRequest request) {
        throw ServiceErrors.unknownOperation("ExecuteStatement");
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(
            String key, String region, BatchExecuteStatementRequest request) {
        throw ServiceErrors.unknownOperation("BatchExecuteStatement");
    }

    @Override
    public ExecuteTransactionResponse executeTransaction(String key, String region, ExecuteTransactionRequest request) {
        throw ServiceErrors.unknownOperation("ExecuteTransaction");
    }

    @Override
    public DescribeStreamResponse describeStream(String key, String region, DescribeStreamRequest request) {
        throw ServiceErrors.unknownOperation("DescribeStream");
    }

    @Override
    public ListStreamsResponse listStreams(String key, String region, ListStreamsRequest request) {
        throw ServiceErrors.unknownOperation("ListStreams");
    }

    @Override
    public GetShardIteratorResponse getShardIterator(String key, String region, GetShardIteratorRequest request) {
        throw ServiceErrors.unknownOperation("GetShardIterator");
    }

    @Override
    public GetRecordsResponse getRecords(String key, String region, GetRecordsRequest request) {
        throw ServiceErrors.unknownOperation("GetRecords");
    }

    private static <Q, A> A answer(Function<Q, A> operation, Q request) {
        try {
            return operation.apply(request);
        } catch (DynamoDbException e) {
            throw ServiceErrors.of(e);
        }
    }
}
