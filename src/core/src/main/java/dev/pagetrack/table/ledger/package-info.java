/** Counts each view once: raw views and the rollups that change with them, in transactions or in bulk. */
package dev.pagetrack.table.ledger;
