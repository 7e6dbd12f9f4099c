package dev.pagetrack.maven;

import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.DryRunJson;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.source.LogFiles;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.ViewPolicy;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
public class IngestMojo extends AbstractTableMojo {

    /** How many files a dry run reads at the same time; each keeps a processor busy. */
    private static final int DRY_RUN_THREADS = 2;

    /**
     * The log files: files, folders with everything below, and globs, separated by commas or as elements. CloudFront
     * standard logs (versions 1 and 2, W3C and JSON), S3 server access logs, Application Load Balancer logs, and Apache's
     * and nginx's combined and common logs, plain or gzip; the format is recognised from the content.
     *
     * <pre>{@code
     * <logs>
     *   <log>src/logs/cloudfront</log>
     *   <log>src/logs/s3/2026-*</log>
     * </logs>
     * }</pre>
     */
    @Parameter(property = "pagetrack.logs", required = true)
    private List<String> logs;

    /** The site's hosts, such as {@code blog.example.com}. Without any, requests for every host count. */
    @Parameter(property = "pagetrack.hosts")
    private List<String> hosts = List.of();

    /** Patterns of the page paths that count, such as {@code blog/**}; else all. {@code *} stays within a segment. */
    @Parameter(property = "pagetrack.includes")
    private List<String> includes = List.of();

    /** Patterns of the page paths that do not count; they win over {@code includes}. */
    @Parameter(property = "pagetrack.excludes")
    private List<String> excludes = List.of();

    /** Addresses and ranges whose requests do not count, such as {@code 203.0.113.7,2001:db8::/32}. */
    @Parameter(property = "pagetrack.ignoreAddresses")
    private List<String> ignoreAddresses = List.of();

    /** The UTC day from which views count, older ones being moved by {@code rebuild}. The first run decides for all. */
    @Parameter(property = "pagetrack.cutover")
    private String cutover;

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
            var report = new DryRun(policy(), DRY_RUN_THREADS).run(found());
            DryRunJson.write(report, dryRunReport.toPath());
            IngestText.of(report).forEach(getLog()::info);
            getLog().info("All pages: " + dryRunReport);
        } else {
            super.run();
        }
    }

    @Override
    TableTask task() throws IOException {
        var begin = Instant.now();
        var policy = policy();
        var found = found();
        return access -> {
            var report = new Ingestion(access.table(), policy).run(found);
            IngestText.of(report, Duration.between(begin, Instant.now())).forEach(getLog()::info);
        };
    }

    private List<LogObject> found() throws IOException {
        return LogFiles.find(basedir().toPath(), Values.texts(logs));
    }

    private ViewPolicy policy() {
        return new ViewPolicy(
                Set.copyOf(Values.texts(hosts)),
                PagePatterns.of(Values.texts(includes), Values.texts(excludes)),
                AddressRanges.of(Values.texts(ignoreAddresses)),
                Values.day("cutover", cutover));
    }
}
