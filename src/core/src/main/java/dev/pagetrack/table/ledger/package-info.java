/** Counts each view once: writes raw views, with their rollups in transactions, or in bulk without rollups. */
@NullMarked
package dev.pagetrack.table.ledger;

import org.jspecify.annotations.NullMarked;
