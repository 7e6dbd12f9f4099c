package dev.pagetrack.table.item;

import dev.pagetrack.aws.AwsClients;
import dev.pagetrack.aws.ConnectionSettings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A connection to DynamoDB. Closing it closes the client it made, never one it was given. */
public final class TableConnection implements AutoCloseable {

    private final DynamoDbClient client;
    private final boolean own;

    private TableConnection(DynamoDbClient client, boolean own) {
        this.client = client;
        this.own = own;
    }

    /** A connection over a client that somebody else made and closes. */
    public static TableConnection of(DynamoDbClient client) {
        return new TableConnection(client, false);
    }

    /**
     * Opens a connection. Nothing is sent yet: wrong settings mostly show at the first call.
     *
     * @throws TableException if the settings make no client, such as without any region
     */
    public static TableConnection open(ConnectionSettings settings) {
        try {
            return new TableConnection(
                    AwsClients.configure(DynamoDbClient.builder(), settings).build(), true);
        } catch (SdkException e) {
            throw new TableException(
                    "no connection to DynamoDB can be made from the settings given: " + e.getMessage()
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
