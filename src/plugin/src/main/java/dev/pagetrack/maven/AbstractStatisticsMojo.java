package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.stats.Age;
import dev.pagetrack.stats.FallbackStatistics;
import dev.pagetrack.stats.OnUnavailable;
import dev.pagetrack.stats.SnapshotFile;
import dev.pagetrack.stats.SnapshotSource;
import dev.pagetrack.stats.SnapshotStatistics;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.stats.TableStatistics;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
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

    /**
     * Takes the figures from {@code snapshot} alone, as {@code mvn -o} does, and asks no table, the embedded one neither: for
     * a build that renders what another build has fetched. When that file is of no use, {@code onUnavailable} decides.
     */
    @Parameter(property = "pagetrack.offline", defaultValue = "false")
    private boolean offline;

    private TableAccess access;

    @Override
    final TableTask task() {
        var rule = Values.onUnavailable(onUnavailable);
        var work = work();
        return opened -> {
            access = opened;
            run(work, rule);
        };
    }

    @Override
    final boolean asksTable() {
        return !offline;
    }

    private void run(Consumer<StatisticsSource> work, OnUnavailable rule) {
        var warnings = new TableWarnings(access, getLog());
        try {
            var source = source(rule);
            work.accept(months -> {
                var figures = source.read(months);
                warnings.ofNoViews(figures);
                return figures;
            });
            warnings.ofPendingRebuild();
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
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     */
    abstract Consumer<StatisticsSource> work();

    /** What it means that there are no figures: a sentence. */
    abstract String unchanged();

    final SnapshotFile snapshot() {
        return new SnapshotFile(snapshot.toPath());
    }

    /** How old figures are, and what reading them took, for the goal's last line. */
    final String origin(Instant asOf) {
        var cost = access.queryCost()
                .map(read -> ", " + Count.of(read.requests(), "query", "queries")
                        + String.format(Locale.ROOT, ", %,.1f read units", read.units()))
                .orElse("");
        return asOf + " (" + Age.between(asOf, Instant.now()) + cost + ")";
    }

    private StatisticsSource source(OnUnavailable rule) {
        var clock = Clock.systemUTC();
        var kept = new SnapshotStatistics(snapshot(), SnapshotSource.of(access.settings()));
        var table = new TableStatistics(access::table, clock, kept::usable, getLog()::debug);
        return offline()
                ? FallbackStatistics.offline(kept.readAhead(), clock, getLog()::info)
                : new FallbackStatistics(table, kept, rule, clock, getLog()::warn);
    }
}
