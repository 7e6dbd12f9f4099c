/**
 * Statistics as values: periods, and the {@link dev.pagetrack.stats.Snapshot} of a site's figures at one moment, read
 * from the table or from a file. Everything that shows figures reads them from a snapshot.
 */
@NullMarked
package dev.pagetrack.stats;

import org.jspecify.annotations.NullMarked;
