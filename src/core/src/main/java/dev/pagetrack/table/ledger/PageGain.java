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
     * Returns the update that adds these numbers.
     *
     * @param known the bounds that are known to be in the table
     */
    Expression update(Bounds known) {
        var update = new Expression();
        if (first < known.first()) {
            update.setIf(Attributes.FIRST, " > ", first);
        }
        if (last > known.last()) {
            update.setIf(Attributes.LAST, " < ", last);
        }
        update.add(Attributes.VIEWS, views);
        return update;
    }

    /** Returns the bounds after these numbers were added. */
    Bounds widen(Bounds known) {
        return new Bounds(Math.min(first, known.first()), Math.max(last, known.last()));
    }

    /**
     * The times of the first and last view of a page, in epoch seconds. In the table, these bounds only widen. So if
     * bounds that were once read cover a view, the view does not change them.
     */
    public record Bounds(long first, long last) {

        /** The bounds of a page that is not in the table, or whose bounds are unknown. */
        public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE);
    }
}
