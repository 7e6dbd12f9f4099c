package dev.pagetrack.table.backup;

import static java.util.Objects.requireNonNull;

/**
 * What a backup contains.
 *
 * @param pages the number of pages
 * @param items the number of items
 * @param sha256 the checksum of its lines, in hexadecimal
 */
public record BackupReport(long pages, long items, String sha256) {

    public BackupReport {
        requireNonNull(sha256, "sha256");
    }
}
