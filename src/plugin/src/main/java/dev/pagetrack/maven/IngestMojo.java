package dev.pagetrack.maven;

import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.DryRunJson;
import dev.pagetrack.ingest.IngestReport;
import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.ingest.UnreadableLogsException;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.Retention;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Counts the views in access logs into the table, each once: logs that were ingested before, in whole or in part, change
 * nothing.
 */
@Mojo(name = "ingest", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class IngestMojo extends AbstractLogsMojo {

    /** How many files a dry run reads at the same time; each keeps a processor busy. */
    private static final int DRY_RUN_THREADS = 2;

    /**
     * After how many days the raw views of the table expire; older records are not counted any more. The totals and
     * histories stay. All runs keep to what the first one that set it said; {@code pagetrack:stamp} changes it.
     */
    @Parameter(property = "pagetrack.retention")
    private Integer retention;

    /**
     * Only says what would be counted, as text and in {@code dryRunReport}: how many lines are views, how many are none
     * and why, with the first example of each reason, and the most viewed pages. No table is opened. Lines are counted:
     * a record that stands in two log files counts twice here, and once in the table.
     */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** The JSON file that {@code dryRun} writes, with the views of every page. */
    @Parameter(
            property = "pagetrack.dryRunReport",
            defaultValue = "${basedir}/target/pagetrack-dry-run.json",
            required = true)
    private File dryRunReport;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        if (dryRun) {
            dryRun();
        } else {
            super.run();
        }
    }

    private void dryRun() throws IOException {
        try (var sources = sources()) {
            var report = new DryRun(policy(), DRY_RUN_THREADS).run(found(sources));
            DryRunJson.write(report, dryRunReport.toPath());
            IngestText.of(report).forEach(getLog()::info);
            getLog().info("All pages: " + dryRunReport);
        }
    }

    @Override
    TableTask task() throws IOException {
        var settings =
                new IngestSettings(policy(), Optional.ofNullable(retention).map(Retention::new));
        var sources = sources();
        var found = found(sources);
        return access -> {
            try (sources) {
                ingest(access.table(), settings, found);
            }
        };
    }

    private void ingest(PageTrackTable table, IngestSettings settings, List<LogObject> found) {
        var begin = Instant.now();
        try {
            say(new Ingestion(table, settings, Clock.systemUTC()).run(found), begin);
        } catch (UnreadableLogsException e) {
            say(e.report(), begin);
            throw e;
        }
    }

    private void say(IngestReport report, Instant begin) {
        IngestText.of(report, Duration.between(begin, Instant.now())).forEach(getLog()::info);
        IngestText.changedPolicy(report).ifPresent(getLog()::warn);
    }
}
