package dev.pagetrack.table.ledger;

import dev.pagetrack.view.View;
import java.util.List;

/** Writes the views of some pages. All views of a page go to the same writer. */
interface ViewWriter {

    /**
     * Writes views.
     *
     * @param views sorted, without duplicates
     */
    LedgerReport write(List<View> views);

    /** Makes this writer start no more calls that write. A running call is completed. */
    void stop();
}
