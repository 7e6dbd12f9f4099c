/** Ingestion: the pipeline from log objects to the table, and reports on how every line was treated. */
package dev.pagetrack.ingest;
