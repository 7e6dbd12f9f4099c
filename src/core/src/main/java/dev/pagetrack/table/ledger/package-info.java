/** Counts each view once: writes raw views, with their rollups in transactions, or in bulk without rollups. */
package dev.pagetrack.table.ledger;
