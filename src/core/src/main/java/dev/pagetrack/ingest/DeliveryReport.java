package dev.pagetrack.ingest;

import dev.pagetrack.table.LedgerReport;
import java.util.List;

/**
 * What became of a delivery.
 *
 * @param objects each log object, in the order given
 * @param written what became of their views together
 */
public record DeliveryReport(List<Delivered> objects, LedgerReport written) {

    public DeliveryReport {
        objects = List.copyOf(objects);
    }
}
