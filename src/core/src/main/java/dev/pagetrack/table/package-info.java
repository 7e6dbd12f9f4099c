/** The DynamoDB table: its keys and attributes, the ledger that counts each view once, and what is read from it. */
package dev.pagetrack.table;
