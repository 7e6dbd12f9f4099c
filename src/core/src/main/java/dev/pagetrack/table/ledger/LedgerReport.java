package dev.pagetrack.table.ledger;

/**
 * The result of writing views to the ledger.
 *
 * @param added the number of views that were added
 * @param known the number of views that were already in the table
 * @param writeUnits the write units that this cost, including failed attempts; computed from the sizes of the items
 */
public record LedgerReport(long added, long known, long writeUnits) {

    /** The report when there were no views. */
    public static final LedgerReport NONE = new LedgerReport(0, 0, 0);

    /** Returns the sum of both reports. */
    public LedgerReport plus(LedgerReport other) {
        return new LedgerReport(added + other.added, known + other.known, writeUnits + other.writeUnits);
    }
}
