package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.site.Retention;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Changes how long raw views are kept, and writes the new expiry into the raw views that are already in the table. It
 * can be stopped and run again; it continues with the views that do not have the new expiry yet.
 */
@Mojo(name = "stamp", requiresProject = false, threadSafe = true)
public class StampMojo extends AbstractTableMojo {

    /**
     * The number of days after which raw views expire; 0 keeps them for ever. Required. Totals and histories stay. Log
     * records that are older than that no longer count, so ingest old logs first.
     */
    @Parameter(property = "pagetrack.retention")
    private @Nullable Integer retention;

    @Override
    TableTask task() {
        if (retention == null) {
            throw new WrongSettingException(
                    "<retention> (pagetrack.retention) is missing: set the number of days after which raw views expire, or 0 to keep"
                            + " them for ever.");
        }
        var kept = Optional.of(retention).filter(days -> days != 0).map(Retention::new);
        return access -> {
            var report = access.table().maintenance().changeRetention(kept, Clock.systemUTC());
            getLog().info(String.format(
                    Locale.ROOT,
                    "Stamped %,d of %s of %s: raw views %s.",
                    report.updated(),
                    Count.of(report.views(), "raw view"),
                    Count.of(report.pages(), "page"),
                    kept.map(days -> "expire after " + Count.of(days.days(), "day"))
                            .orElse("are kept for ever")));
        };
    }
}
