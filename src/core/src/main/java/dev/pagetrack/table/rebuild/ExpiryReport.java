package dev.pagetrack.table.rebuild;

/**
 * What an update of the expiry times did.
 *
 * @param pages the pages that were read
 * @param views the raw views of these pages
 * @param updated the raw views whose expiry was wrong or missing, and was changed
 */
public record ExpiryReport(long pages, long views, long updated) {}
