package dev.pagetrack.table.ledger;

import dev.pagetrack.view.View;
import java.util.List;

/** Writes the views of some pages; a page always falls to the same lane. */
interface ViewWriter {

    /**
     * Writes views.
     *
     * @param views sorted, none twice
     */
    LedgerReport write(List<View> views);

    /** Begins no call that writes any more; one that is under way is ended. */
    void stop();
}
