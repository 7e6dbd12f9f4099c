package dev.pagetrack.table.site;

import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a site's items, and whether pagetrack may write items to the same partitions. Each is detected once.
 */
public final class SiteLayout {

    private static final String NOT_TOGETHER =
            "the same view would count twice, because a view of the series and a log record of the same second cannot be"
                    + " matched. Give pagetrack its own <siteId> (pagetrack.siteId), and a <cutover> (pagetrack.cutover)"
                    + " from which it counts; pagetrack:rebuild with <moveFrom> (pagetrack.moveFrom) moves the views"
                    + " before. pagetrack:doctor shows the commands.";

    private final OpenTable table;
    private final LayoutFinder finder;
    private @Nullable Layout layout;
    private boolean isOwnLayout;
    private boolean isOwnNaming;
    private boolean isFirstWriteChecked;
    private boolean mayQuery = true;

    public SiteLayout(OpenTable table) {
        this.table = table;
        this.finder = new LayoutFinder(table);
    }

    public LayoutFinder finder() {
        return finder;
    }

    /** Returns the layout that is set, or else detected; pagetrack's own if this process may not query the table. */
    public synchronized Layout layout() {
        if (layout == null) {
            layout = table.settings().layout().orElseGet(() -> AccessDenied.orElse(finder::find, Layout.PAGETRACK));
        }
        return layout;
    }

    /**
     * Checks that the site can be exported.
     *
     * @throws TableException if the site has a layout of the series, or raw views of the series among ours
     */
    public void requireExportable() {
        var found = layout();
        if (found != Layout.PAGETRACK) {
            throw new TableException(table.label() + " has the " + found.label()
                    + " layout of the blog series, and an export only holds pagetrack's own layout. Name the <siteId>"
                    + " (pagetrack.siteId) that its views were moved to. To back up the old items, use DynamoDB's own"
                    + " backups.");
        }
        requireOnlyOurs();
    }

    /**
     * Checks that pagetrack may write to this site.
     *
     * @throws TableException if the site has a layout of the series, or raw views of the series among ours, or if
     *     another version of pagetrack named its pages
     */
    public synchronized void requireOwnLayout() {
        if (!isOwnNaming) {
            requireOnlyOurs();
            new Meta(table).requireSameNaming();
            isOwnNaming = true;
        }
    }

    private synchronized void requireOnlyOurs() {
        if (isOwnLayout) {
            return;
        }
        var found = layout();
        if (found != Layout.PAGETRACK) {
            throw new TableException(table.label() + " has the " + found.label()
                    + " layout of the blog series, which pagetrack reads but does not write: "
                    + NOT_TOGETHER);
        }
        requireNone(finder::pageOfTheSeries);
        isOwnLayout = true;
    }

    /**
     * Checks, before the first views are written, that their pages have no raw views of the series. This finds them
     * even if the site has no list of pages.
     *
     * @throws TableException if the function of the series wrote views of these pages
     */
    public synchronized void requireOwnLayout(Collection<View> first) {
        if (!isFirstWriteChecked) {
            var pages = first.stream().map(View::page).distinct().toList();
            requireNone(() -> finder.pageOfTheSeries(pages));
            isFirstWriteChecked = true;
        }
    }

    private void requireNone(Supplier<Optional<String>> pageOfTheSeries) {
        if (!mayQuery) {
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
            // The ingest function may only have the permissions for our own layout. It cannot look for others, and does
            // not need to.
            mayQuery = false;
        }
    }
}
