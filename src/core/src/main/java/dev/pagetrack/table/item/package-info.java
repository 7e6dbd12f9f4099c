/** Access to single items of the table: keys and attributes, reads, writes, retries, and the errors of DynamoDB. */
package dev.pagetrack.table.item;
