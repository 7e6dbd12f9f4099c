package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.OpenTable;
import java.util.Collection;

/** The pages in {@code INDEX}. A rebuild reads them, so a page is listed before its raw views are written uncounted. */
public final class ListedPages {

    private final OpenTable table;

    public ListedPages(OpenTable table) {
        this.table = table;
    }

    /** Adds pages. Items of pages that are already there do not change. */
    public void add(Collection<String> pages) {
        var items = table.items();
        var attributes = table.attributes();
        pages.forEach(page -> items.update(attributes.index(page), new Expression()));
    }
}
