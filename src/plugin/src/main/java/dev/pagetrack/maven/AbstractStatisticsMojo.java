package dev.pagetrack.maven;

import static java.util.Objects.requireNonNull;

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
import org.jspecify.annotations.Nullable;

/** A goal that reads view counts from the table, and saves them for builds that cannot reach the table. */
abstract class AbstractStatisticsMojo extends AbstractSiteMojo {

    /**
     * The JSON file that stores the view counts each time they are read from the table. With {@code mvn -o} they are
     * read from this file, without network access. If the table cannot be read, {@code onUnavailable} decides.
     */
    @Parameter(property = "pagetrack.snapshot", defaultValue = "${basedir}/.pagetrack/snapshot.json")
    private File snapshot;

    /**
     * What to do if the table cannot be read. {@code warn}: use the last {@code snapshot} and report its age; without
     * one, change nothing, and report that. {@code fail}: fail the build, also if the table has views, but hardly any
     * page of the site has. {@code skip}: change nothing.
     */
    @Parameter(property = "pagetrack.onUnavailable", defaultValue = "warn")
    private String onUnavailable;

    /**
     * Reads the view counts only from {@code snapshot}, as with {@code mvn -o}, and never from a table, not even the
     * embedded one. Use it for a build that renders what another build has fetched. If that file cannot be used,
     * {@code onUnavailable} decides.
     */
    @Parameter(property = "pagetrack.offline", defaultValue = "false")
    private boolean offline;

    private @Nullable TableAccess access;

    @Override
    final TableTask task() {
        var rule = ParameterValues.onUnavailable(onUnavailable);
        var work = statisticsTask();
        return opened -> {
            access = opened;
            run(opened, work, rule);
        };
    }

    @Override
    final boolean usesTable() {
        return !offline;
    }

    private void run(TableAccess opened, Consumer<StatisticsSource> work, OnUnavailable rule) {
        var warnings = new TableWarnings(opened, getLog());
        try {
            var source = source(opened, rule);
            work.accept(months -> {
                var figures = source.read(months);
                warnings.warnIfNoViews(figures);
                return figures;
            });
            warnings.warnIfNamedByAnotherVersion();
            warnings.warnIfRebuildPending();
        } catch (StatisticsUnavailableException e) {
            switch (rule) {
                case FAIL -> throw e;
                case WARN -> getLog().warn(e.getMessage() + " " + messageWithoutStatistics());
                case SKIP -> getLog().info(messageWithoutStatistics() + " " + e.getMessage());
            }
        }
    }

    /**
     * Checks the goal's own parameters and returns the work to do with the view counts. The work throws
     * {@link StatisticsUnavailableException} if there are no view counts, and has changed nothing then.
     *
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     */
    abstract Consumer<StatisticsSource> statisticsTask();

    /** A sentence that says what the goal left unchanged because there are no view counts. */
    abstract String messageWithoutStatistics();

    /** Whether figures that cannot be right, or cannot be read, must fail the build. */
    final boolean failsIfUnavailable() {
        return ParameterValues.onUnavailable(onUnavailable) == OnUnavailable.FAIL;
    }

    final SnapshotFile snapshot() {
        return new SnapshotFile(snapshot.toPath());
    }

    /** When the figures were read, their age, and the cost of reading them, for the goal's last line. */
    final String describeFigures(Instant asOf) {
        var cost = requireNonNull(access, "the table is open while the goal works")
                .queryCost()
                .map(read -> ", " + Count.of(read.requests(), "query", "queries")
                        + String.format(Locale.ROOT, ", %,.1f read units", read.units()))
                .orElse("");
        return asOf + " (" + Age.between(asOf, Instant.now()) + cost + ")";
    }

    private StatisticsSource source(TableAccess opened, OnUnavailable rule) {
        var clock = Clock.systemUTC();
        var kept = new SnapshotStatistics(snapshot(), SnapshotSource.of(opened.settings()));
        var table = new TableStatistics(opened::table, clock, kept::usable, getLog()::debug);
        return offline()
                ? FallbackStatistics.offline(kept.readAhead(), clock, getLog()::info)
                : new FallbackStatistics(table, kept, rule, clock, getLog()::warn);
    }
}
