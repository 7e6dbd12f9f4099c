package dev.pagetrack.table.ledger;

/**
 * What became of views given to the ledger.
 *
 * @param added counted now
 * @param known already in the table
 * @param writeUnits the write units that this cost, attempts that failed included; computed from the sizes of the items
 */
public record LedgerReport(long added, long known, long writeUnits) {

    /** Nothing given. */
    public static final LedgerReport NONE = new LedgerReport(0, 0, 0);

    /** Both together. */
    public LedgerReport plus(LedgerReport other) {
        return new LedgerReport(added + other.added, known + other.known, writeUnits + other.writeUnits);
    }
}
