/** The DynamoDB table: its keys and attributes, the ledger that counts each view once, and what is read from it. */
@NullMarked
package dev.pagetrack.table;

import org.jspecify.annotations.NullMarked;
