package dev.pagetrack.ingest;

import dev.pagetrack.log.Rejection;
import java.util.Map;

/**
 * What an ingestion did.
 *
 * @param objects log objects read now
 * @param skipped log objects that had been ingested before
 * @param lines lines read, without directives and blank ones; each is counted or rejected
 * @param counted lines that are views
 * @param added views that are new to the table
 * @param known views that had been counted before: the same records in another log object, or another delivery
 * @param rejected lines that are no views, by reason
 */
public record IngestReport(
        long objects, long skipped, long lines, long counted, long added, long known, Map<Rejection, Long> rejected) {

    public IngestReport {
        rejected = Map.copyOf(rejected);
    }
}
