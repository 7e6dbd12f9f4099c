package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.ItemSize;
import dev.pagetrack.view.View;

/** The numbers that views of one page add to its {@code INDEX} item. */
public final class PageGain {

    /** The maximum size of an {@code INDEX} item in bytes, without its key. */
    static final int BYTES = ItemSize.of(Attributes.VIEWS, Long.MAX_VALUE)
            + ItemSize.of(Attributes.FIRST, Long.MAX_VALUE)
            + ItemSize.of(Attributes.LAST, Long.MAX_VALUE);

    private long views;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(View view) {
        views++;
        first = Math.min(first, view.second());
        last = Math.max(last, view.second());
    }

    /**
     * Returns the update that adds these numbers. Its condition fails if the known bounds are no longer those in the
     * table, and that matters for these views.
     *
     * @param known the bounds that were last read from the table or written to it
     */
    Expression update(Bounds known) {
        var update = new Expression();
        if (first < known.first()) {
            update.setIf(Attributes.FIRST, " > ", first);
        } else {
            update.require(Attributes.FIRST, " <= ", first);
        }
        if (last > known.last()) {
            update.setIf(Attributes.LAST, " < ", last);
        } else {
            update.require(Attributes.LAST, " >= ", last);
        }
        update.add(Attributes.VIEWS, views);
        return update;
    }

    /** Returns the bounds after these numbers were added. */
    Bounds widen(Bounds known) {
        return new Bounds(Math.min(first, known.first()), Math.max(last, known.last()));
    }

    /**
     * The times of the first and last view of a page, in epoch seconds. Counting only widens these bounds. They become
     * narrower when the owner takes views out again.
     */
    public record Bounds(long first, long last) {

        /** The bounds of a page that is not in the table, or whose bounds are unknown. */
        public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE);
    }
}
