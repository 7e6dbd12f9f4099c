package dev.pagetrack.ingest;

import dev.pagetrack.table.ledger.LedgerReport;
import java.util.List;

/**
 * The results of a delivery.
 *
 * @param objects each log object with its result, in the order given
 * @param written what was written for all of them together
 */
public record DeliveryReport(List<DeliveredObject> objects, LedgerReport written) {

    public DeliveryReport {
        objects = List.copyOf(objects);
    }
}
