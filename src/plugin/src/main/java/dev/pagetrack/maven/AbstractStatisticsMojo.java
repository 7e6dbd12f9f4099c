package dev.pagetrack.maven;

import dev.pagetrack.stats.KeptStatistics;
import dev.pagetrack.stats.OnUnavailable;
import dev.pagetrack.stats.SnapshotFile;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.stats.TableStatistics;
import java.io.File;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that needs the figures in the table, and keeps them for the time when the table is away. */
abstract class AbstractStatisticsMojo extends AbstractTableMojo {

    /**
     * Where the figures are kept as JSON each time they were read from the table. With {@code mvn -o} they come from there,
     * and no network is touched; when the table is away, {@code onUnavailable} decides.
     */
    @Parameter(property = "pagetrack.snapshot", defaultValue = "${basedir}/.pagetrack/snapshot.json")
    private File snapshot;

    /**
     * What to do when the table cannot be read. {@code warn}: use the last {@code snapshot} and say its age; without one,
     * leave everything as it is, and say so. {@code fail}: fail the build. {@code skip}: leave everything as it is.
     */
    @Parameter(property = "pagetrack.onUnavailable", defaultValue = "warn")
    private String onUnavailable;

    @Override
    final TableTask task() {
        var rule = Values.onUnavailable(onUnavailable);
        var work = work();
        return access -> run(work, access, rule);
    }

    private void run(Consumer<StatisticsSource> work, TableAccess access, OnUnavailable rule) {
        try {
            work.accept(source(access, rule));
        } catch (StatisticsUnavailableException e) {
            switch (rule) {
                case FAIL -> throw e;
                case WARN -> getLog().warn(e.getMessage() + " " + unchanged());
                case SKIP -> getLog().info(unchanged() + " " + e.getMessage());
            }
        }
    }

    /**
     * Makes of the goal's own parameters what is to be done with the figures. It throws
     * {@link StatisticsUnavailableException} if there are none; then nothing was changed.
     *
     * @throws IllegalArgumentException for a parameter that is wrong, with a message that names it
     */
    abstract Consumer<StatisticsSource> work();

    /** What it means that there are no figures: a sentence. */
    abstract String unchanged();

    final SnapshotFile snapshot() {
        return new SnapshotFile(snapshot.toPath());
    }

    private StatisticsSource source(TableAccess access, OnUnavailable rule) {
        var clock = Clock.systemUTC();
        return offline()
                ? KeptStatistics.offline(snapshot(), clock, getLog()::info)
                : new KeptStatistics(
                        new TableStatistics(access::table, clock), snapshot(), rule, clock, getLog()::warn);
    }
}
