/** Reads and writes items of the table: keys and attributes, queries, batches, retries, and the errors of DynamoDB. */
@NullMarked
package dev.pagetrack.table.item;

import org.jspecify.annotations.NullMarked;
