package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.item.TableSettings;
import java.util.Optional;

/**
 * The table and site whose figures a snapshot contains. A build cannot use those of another table or site.
 *
 * @param table the table that the figures were read from
 * @param siteId the site in that table, if it serves several
 */
public record SnapshotSource(String table, Optional<String> siteId) {

    public SnapshotSource {
        requireNonNull(table, "table");
        requireNonNull(siteId, "siteId");
    }

    /** The table and site of these settings. */
    public static SnapshotSource of(TableSettings settings) {
        return new SnapshotSource(settings.name(), settings.siteId());
    }

    @Override
    public String toString() {
        return "table " + table + siteId.map(id -> ", siteId " + id).orElse(", no siteId");
    }
}
