package dev.pagetrack.table.item;

import dev.pagetrack.aws.AwsClients;
import dev.pagetrack.aws.ConnectionSettings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A connection to DynamoDB. Closing it closes its client only if the connection created the client. */
public final class TableConnection implements AutoCloseable {

    private final DynamoDbClient client;
    private final boolean own;

    private TableConnection(DynamoDbClient client, boolean own) {
        this.client = client;
        this.own = own;
    }

    /** Creates a connection that uses a given client. The caller closes that client. */
    public static TableConnection of(DynamoDbClient client) {
        return new TableConnection(client, false);
    }

    /**
     * Opens a connection. This sends no request, so most wrong settings are only noticed at the first call.
     *
     * @throws TableException if no client can be created, for example because no region is known
     */
    public static TableConnection open(ConnectionSettings settings) {
        try {
            return new TableConnection(
                    AwsClients.configure(DynamoDbClient.builder(), settings).build(), true);
        } catch (SdkException e) {
            throw new TableException(
                    "the settings are not enough to connect to DynamoDB: " + e.getMessage()
                            + " Set <region> (pagetrack.region) and <profile> (pagetrack.profile), or <embedded>true</embedded>.",
                    e);
        }
    }

    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        if (own) {
            client.close();
        }
    }
}
