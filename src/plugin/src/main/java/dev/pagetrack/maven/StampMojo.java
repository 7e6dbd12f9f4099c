package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.Retention;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets how long the raw views of the table are kept, and writes that into those of the past, too. It may be stopped and
 * run again: what is stamped is not stamped twice.
 */
@Mojo(name = "stamp", requiresProject = false, threadSafe = true)
public class StampMojo extends AbstractTableMojo {

    /**
     * After how many days raw views expire, which must be given; 0 keeps them for ever. The totals and histories stay. Records older than that
     * are not counted any more, so back-fill old logs first.
     */
    @Parameter(property = "pagetrack.retention")
    private Integer retention;

    @Override
    TableTask task() {
        if (retention == null) {
            throw new WrongSettingException(
                    "<retention> (pagetrack.retention) is missing: write after how many days raw views expire, or 0 to keep"
                            + " them for ever.");
        }
        var kept = Optional.of(retention).filter(days -> days != 0).map(Retention::new);
        return access -> {
            var report = access.table().upkeep().retain(kept, Clock.systemUTC());
            getLog().info(String.format(
                    Locale.ROOT,
                    "Stamped %,d of %s of %s: raw views %s.",
                    report.stamped(),
                    Count.of(report.views(), "raw view"),
                    Count.of(report.pages(), "page"),
                    kept.map(days -> "expire after " + Count.of(days.days(), "day"))
                            .orElse("are kept for ever")));
        };
    }
}
