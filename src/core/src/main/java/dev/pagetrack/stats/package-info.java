/**
 * Statistics as values: totals, daily views, periods, and the {@link dev.pagetrack.stats.Snapshot} of one moment that
 * everything that shows figures reads from.
 */
package dev.pagetrack.stats;
