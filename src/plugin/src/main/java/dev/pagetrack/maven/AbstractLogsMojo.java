package dev.pagetrack.maven;

import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3Logs;
import dev.pagetrack.table.Retention;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads logs: which, which of their lines are views, and how those are kept. */
abstract class AbstractLogsMojo extends AbstractTableMojo {

    /**
     * The logs, which must be given: files, folders with everything below, globs, {@code s3://bucket/prefix} for all objects whose keys begin
     * so, and {@code -} for the standard input; separated by commas or as elements. CloudFront
     * standard logs (versions 1 and 2, W3C and JSON), S3 server access logs, Application Load Balancer logs, and Apache's
     * and nginx's combined and common logs, plain or gzip; the format is recognised from the content.
     *
     * <pre>{@code
     * <logs>
     *   <log>src/logs/cloudfront</log>
     *   <log>src/logs/s3/2026-*</log>
     *   <log>s3://example-logs/cloudfront/E2ABCDEF</log>
     * </logs>
     * }</pre>
     */
    @Parameter(property = "pagetrack.logs")
    private List<String> logs = List.of();

    /**
     * Leaves out log files and objects that were last modified before this date or instant, such as {@code 2026-03-01} or
     * {@code 2026-03-01T12:00:00Z}; days are UTC. A log is written after what it tells of, so no later view is missed;
     * one that was copied since is read again, and counts no view twice.
     */
    @Parameter(property = "pagetrack.since")
    private String since;

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

    /** The UTC day from which views count, older ones being moved by {@code rebuild}. The first run decides for all. */
    @Parameter(property = "pagetrack.cutover")
    private String cutover;

    /**
     * After how many days the raw views of the table expire; older records are not counted any more. The totals and
     * histories stay. All runs keep to what the first one that set it said; {@code pagetrack:stamp} changes it.
     */
    @Parameter(property = "pagetrack.retention")
    private Integer retention;

    /**
     * Writes raw views in plain batches, at half the price of counting them at once, and counts them in the end: for many
     * old logs. Until it has come to its end, counts are missing, and goals that read them say so; run again, it goes on,
     * and {@code pagetrack:rebuild} counts what is there.
     */
    @Parameter(property = "pagetrack.bulk", defaultValue = "false")
    private boolean bulk;

    /** Where the logs come from; they are found when asked for. */
    final LogSources sources() {
        return new LogSources(basedir().toPath(), () -> S3Logs.open(connection()), System.in);
    }

    final List<LogObject> findLogs(LogSources sources) throws IOException {
        return sources.find(ParameterValues.trimmed(logs), ParameterValues.since("since", since));
    }

    final IngestSettings ingestSettings() {
        return new IngestSettings(viewPolicy(), Optional.ofNullable(retention).map(Retention::new), bulk);
    }

    final ViewPolicy viewPolicy() {
        return new ViewPolicy(
                Set.copyOf(ParameterValues.trimmed(hosts)),
                PagePatterns.of(ParameterValues.trimmed(includes), ParameterValues.trimmed(excludes)),
                AddressRanges.of(ParameterValues.trimmed(ignoreAddresses)),
                ParameterValues.day("cutover", cutover));
    }
}
