package it;

import dev.pagetrack.local.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** Starts DynamoDB Local with what the pom resolved, asks it something, and ends. */
public final class Consumer {

    private Consumer() {}

    public static void main(String[] arguments) {
        try (LocalDynamoDb local = LocalDynamoDb.inMemory()) {
            ListTablesResponse tables = local.client().listTables();
            System.out.println("tables: " + tables.tableNames());
        }
    }
}
