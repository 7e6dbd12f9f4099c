package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.TableException;
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

    /**
     * Refuses to go on after {@link #stop}.
     *
     * @throws TableException if the writer was stopped
     */
    static void requireNotStopped(boolean stopped) {
        if (stopped) {
            throw new TableException("writing views was stopped. What was written is consistent; run it again.");
        }
    }
}
