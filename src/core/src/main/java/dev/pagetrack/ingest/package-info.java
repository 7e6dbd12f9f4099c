/** Ingestion: the pipeline from log objects to the table, and reports on how every line was treated. */
@NullMarked
package dev.pagetrack.ingest;

import org.jspecify.annotations.NullMarked;
