package dev.pagetrack.maven;

import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.DryRunReport;
import dev.pagetrack.ingest.IngestReport;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.ingest.ReportJson;
import dev.pagetrack.ingest.StopOnShutdown;
import dev.pagetrack.ingest.IncompleteIngestionException;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** The JSON file with what became of the lines, the first example of each reason, and the write units. */
    @Parameter(
            property = "pagetrack.ingestReport",
            defaultValue = "${basedir}/target/pagetrack-ingest.json",
            required = true)
    private File ingestReport;

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
            var report = dryRun(found(sources));
            ReportJson.write(report, dryRunReport.toPath());
            IngestText.of(report).forEach(getLog()::info);
            getLog().info("All pages: " + dryRunReport);
            if (!report.unreadable().isEmpty()) {
                throw new UnreadableLogException(String.join("\n", report.unreadable()));
            }
        }
    }

    private DryRunReport dryRun(List<LogObject> found) {
        try (var progress = Terminal.progress(session(), getLog())) {
            return new DryRun(policy(), DRY_RUN_THREADS).run(found, progress);
        }
    }

    @Override
    TableTask task() throws IOException {
        var settings = settings();
        var sources = sources();
        var found = found(sources);
        return access -> {
            try (sources) {
                ingest(new Ingestion(access.table(), settings, Clock.systemUTC()), found);
            }
        };
    }

    private void ingest(Ingestion ingestion, List<LogObject> found) throws IOException {
        var begin = Instant.now();
        try {
            say(run(ingestion, found), begin);
        } catch (IncompleteIngestionException e) {
            say(e.report(), begin);
            throw e;
        }
    }

    private IngestReport run(Ingestion ingestion, List<LogObject> found) {
        try (var progress = Terminal.progress(session(), getLog())) {
            return StopOnShutdown.during(ingestion, () -> ingestion.run(found, progress), getLog()::warn);
        }
    }

    private void say(IngestReport report, Instant begin) throws IOException {
        ReportJson.write(report, ingestReport.toPath());
        IngestText.of(report, Duration.between(begin, Instant.now())).forEach(getLog()::info);
        IngestText.changedPolicy(report).ifPresent(getLog()::warn);
    }
}
