package dev.pagetrack.table.rebuild;

/**
 * What stamping did.
 *
 * @param pages pages looked at
 * @param views their raw views
 * @param stamped those that were to expire at another time, or never
 */
public record ExpiryReport(long pages, long views, long stamped) {}
