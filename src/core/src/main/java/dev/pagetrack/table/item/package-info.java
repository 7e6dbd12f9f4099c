/** Reads and writes items of the table: keys and attributes, queries, batches, retries, and the errors of DynamoDB. */
package dev.pagetrack.table.item;
