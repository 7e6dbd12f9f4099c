package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.ItemSize;
import dev.pagetrack.view.View;

/** What views of one page add to its {@code INDEX} item. */
public final class PageGain {

    /** How many bytes an {@code INDEX} item has at most besides its key. */
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

    /** The update that adds it, given what is known of the bounds that stand in the table. */
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

    /** The bounds once this is added. */
    Bounds widen(Bounds known) {
        return new Bounds(Math.min(first, known.first()), Math.max(last, known.last()));
    }

    /**
     * The first and last view of a page, in epoch seconds. In the table they only ever widen, so one that was read once
     * and covers a view proves that the view does not move it.
     */
    public record Bounds(long first, long last) {

        /** Of a page that is not in the table, or not known to be. */
        public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MIN_VALUE);
    }
}
