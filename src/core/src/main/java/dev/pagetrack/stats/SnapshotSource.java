package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.table.TableSettings;
import java.util.Optional;

/**
 * Whose figures a snapshot holds. Those of another table, or of another site in it, are of no use to a build.
 *
 * @param table the table they were read from
 * @param siteId the site in that table, if it serves several
 */
public record SnapshotSource(String table, Optional<String> siteId) {

    public SnapshotSource {
        requireNonNull(table, "table");
        requireNonNull(siteId, "siteId");
    }

    /** What is read with these settings. */
    public static SnapshotSource of(TableSettings settings) {
        return new SnapshotSource(settings.name(), settings.siteId());
    }

    @Override
    public String toString() {
        return "table " + table + siteId.map(id -> ", siteId " + id).orElse(", no siteId");
    }
}
