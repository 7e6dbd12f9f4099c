package dev.pagetrack.table.site;

import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** How the site's items lie in the table, and whether pagetrack may write among them. Found out once. */
public final class SiteLayout {

    private static final String NOT_TOGETHER =
            "the same view would count twice, for an item of one second cannot be told from a log record of that second."
                    + " Give pagetrack a <siteId> (pagetrack.siteId) of its own, and a <cutover> (pagetrack.cutover) from"
                    + " which it counts; pagetrack:rebuild with <moveFrom> (pagetrack.moveFrom) moves the views before."
                    + " pagetrack:doctor shows the commands.";

    private final OpenTable table;
    private final LayoutFinder finder;
    private Layout layout;
    private boolean own;
    private boolean written;
    private boolean mayAsk = true;

    public SiteLayout(OpenTable table) {
        this.table = table;
        this.finder = new LayoutFinder(table);
    }

    public LayoutFinder finder() {
        return finder;
    }

    public synchronized Layout layout() {
        if (layout == null) {
            layout = table.settings().layout().orElseGet(() -> AccessDenied.orElse(finder::find, Layout.PAGETRACK));
        }
        return layout;
    }

    /** @throws TableException as {@link #requireOwnLayout()}, with what that means for a backup */
    public void requireExportable() {
        var found = layout();
        if (found != Layout.PAGETRACK) {
            throw new TableException(
                    table.label() + " has the " + found.label()
                            + " layout of the blog series, and an export holds pagetrack's own alone. Name the <siteId>"
                            + " (pagetrack.siteId) that its views were moved to; of the old items DynamoDB makes backups itself.");
        }
        requireOwnLayout();
    }

    /** @throws TableException if the site's partitions have one of the series' layouts, or views of it among ours */
    public synchronized void requireOwnLayout() {
        if (own) {
            return;
        }
        var found = layout();
        if (found != Layout.PAGETRACK) {
            throw new TableException(table.label() + " has the " + found.label()
                    + " layout of the blog series, which pagetrack reads but does not write: "
                    + NOT_TOGETHER);
        }
        refuse(finder::pageOfTheSeries);
        own = true;
    }

    /**
     * Before the first views are written: where no list of pages tells, the views' pages do.
     *
     * @throws TableException if the series' function wrote views of them
     */
    public synchronized void requireOwnLayout(Collection<View> first) {
        if (!written) {
            var pages = first.stream().map(View::page).distinct().toList();
            refuse(() -> finder.pageOfTheSeries(pages));
            written = true;
        }
    }

    private void refuse(Supplier<Optional<String>> pageOfTheSeries) {
        if (!mayAsk) {
            return;
        }
        try {
            pageOfTheSeries.get().ifPresent(page -> {
                throw new TableException(table.label() + " holds views of " + page
                        + " that the function of the blog series wrote among those of pagetrack: " + NOT_TOGETHER);
            });
        } catch (TableException e) {
            if (AccessDenied.of(e).isEmpty()) {
                throw e;
            }
            // A function that may do no more than our own layout takes cannot look for another, and need not.
            mayAsk = false;
        }
    }
}
