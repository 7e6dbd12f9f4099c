/** The pipeline from log objects to the table, and the report of what became of every line. */
package dev.pagetrack.ingest;
