package dev.pagetrack.maven;

import dev.pagetrack.ingest.IngestReport;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.source.LogFiles;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.PagePatterns;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Counts the views in access logs into the table, each once: logs that were ingested before, in whole or in part, change
 * nothing.
 */
@Mojo(name = "ingest", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class IngestMojo extends AbstractTableMojo {

    /**
     * The log files: files, folders with everything below, and globs, separated by commas or as elements. CloudFront
     * standard logs and S3 server access logs, plain or gzip; the format is recognised from the content.
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

    /**
     * Patterns of the page paths that count, such as {@code blog/**}. Without any, all do. {@code *} stands for anything
     * within a segment, {@code **} for anything.
     */
    @Parameter(property = "pagetrack.includes")
    private List<String> includes = List.of();

    /** Patterns of the page paths that do not count; they win over {@code includes}. */
    @Parameter(property = "pagetrack.excludes")
    private List<String> excludes = List.of();

    /** Addresses and ranges whose requests do not count, such as {@code 203.0.113.7,2001:db8::/32}. */
    @Parameter(property = "pagetrack.ignoreAddresses")
    private List<String> ignoreAddresses = List.of();

    @Override
    TableTask task() throws IOException {
        var begin = Instant.now();
        var policy = new ViewPolicy(
                Set.copyOf(Values.texts(hosts)),
                PagePatterns.of(Values.texts(includes), Values.texts(excludes)),
                AddressRanges.of(Values.texts(ignoreAddresses)));
        var found = LogFiles.find(basedir().toPath(), Values.texts(logs));
        return access -> {
            var report = new Ingestion(access.table(), policy).run(found);
            say(report, Duration.between(begin, Instant.now()));
        };
    }

    private void say(IngestReport report, Duration time) {
        getLog().info(String.format(
                Locale.ROOT,
                "Ingested %,d log objects (%,d more were done before): %,d lines, %,d counted (%,d new, %,d counted before), %,d rejected, in %.1f s.",
                report.objects(),
                report.skipped(),
                report.lines(),
                report.counted(),
                report.added(),
                report.known(),
                report.lines() - report.counted(),
                time.toMillis() / 1000.0));
        if (!report.rejected().isEmpty()) {
            getLog().info("Rejected: "
                    + report.rejected().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(reason -> String.format(
                                    Locale.ROOT, "%s %,d", reason.getKey().label(), reason.getValue()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }
}
