package dev.pagetrack.maven;

import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.DryRunReport;
import dev.pagetrack.ingest.IncompleteIngestionException;
import dev.pagetrack.ingest.IngestReport;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.ingest.ReportJson;
import dev.pagetrack.ingest.StopOnShutdown;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads access logs and counts their page views in the table. Each view counts once: logs that were ingested before,
 * completely or in part, change nothing.
 */
@Mojo(name = "ingest", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class IngestMojo extends AbstractLogsMojo {

    /** The number of files that a dry run reads at the same time. Each keeps one processor busy. */
    private static final int DRY_RUN_THREADS = 2;

    /** The JSON report to write: counted and rejected lines, the first example of each reason, and the write units. */
    @Parameter(
            property = "pagetrack.ingestReport",
            defaultValue = "${basedir}/target/pagetrack-ingest.json",
            required = true)
    private File ingestReport;

    /**
     * Only reports what would be counted, in the build log and in {@code dryRunReport}: how many lines are views, how
     * many are not and why, with the first example of each reason, and the most viewed pages. No table is opened. A dry
     * run counts lines: a record that is in two log files counts twice here, but once in the table.
     */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** The JSON report that {@code dryRun} writes, with the views of every page. */
    @Parameter(
            property = "pagetrack.dryRunReport",
            defaultValue = "${basedir}/target/pagetrack-dry-run.json",
            required = true)
    private File dryRunReport;

    /**
     * A second view policy to compare in a dry run: which lines it would count differently, for what reason and for
     * which page, in the build log and in {@code dryRunReport}. It is a file of properties, or the properties themselves,
     * each in a line. They are {@code hosts}, {@code includes}, {@code excludes}, {@code pages}, {@code mergeSlashes},
     * {@code ignoreAddresses}, {@code suspects}, {@code hostingNetworks} and {@code cutover}, with the same values as the
     * parameters. What it does not set is as in the first policy; an empty value means none.
     *
     * <pre>{@code
     * <policyB>
     *   suspects=hosting,http1
     *   excludes=drafts/**
     * </policyB>
     * }</pre>
     */
    @Parameter(property = "pagetrack.policyB")
    private @Nullable String policyB;

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
            var report = dryRun(findLogs(sources));
            ReportJson.write(report, dryRunReport.toPath());
            IngestMessages.of(report).forEach(getLog()::info);
            getLog().info("All pages: " + dryRunReport);
            if (!report.unreadable().isEmpty()) {
                throw new UnreadableLogException(String.join("\n", report.unreadable()));
            }
        }
    }

    private DryRunReport dryRun(List<LogObject> found) {
        try (var progress = ProgressOutput.choose(session(), getLog())) {
            return new DryRun(viewPolicy(), policyB(policyB), DRY_RUN_THREADS, Clock.systemUTC()).run(found, progress);
        }
    }

    @Override
    TableTask task() throws IOException {
        if (policyB != null) {
            getLog().warn(IngestMessages.POLICY_B_WITHOUT_DRY_RUN);
        }
        var settings = ingestSettings();
        var sources = sources();
        var found = findLogs(sources);
        return access -> {
            try (sources) {
                ingest(new Ingestion(access.table(), settings, Clock.systemUTC()), found);
            }
        };
    }

    private void ingest(Ingestion ingestion, List<LogObject> found) throws IOException {
        var begin = Instant.now();
        try {
            logReport(run(ingestion, found), begin);
        } catch (IncompleteIngestionException e) {
            logReport(e.report(), begin);
            throw e;
        }
    }

    private IngestReport run(Ingestion ingestion, List<LogObject> found) {
        try (var progress = ProgressOutput.choose(session(), getLog())) {
            return StopOnShutdown.during(ingestion, () -> ingestion.run(found, progress), getLog()::warn);
        }
    }

    private void logReport(IngestReport report, Instant begin) throws IOException {
        ReportJson.write(report, ingestReport.toPath());
        IngestMessages.of(report, Duration.between(begin, Instant.now())).forEach(getLog()::info);
        IngestMessages.changedPolicyWarning(report).ifPresent(getLog()::warn);
    }
}
