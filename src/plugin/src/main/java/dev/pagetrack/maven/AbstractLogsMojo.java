package dev.pagetrack.maven;

import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A goal that reads access logs. Its parameters select the logs, the lines that count as views, and how views are
 * stored.
 */
abstract class AbstractLogsMojo extends AbstractTableMojo {

    /**
     * The logs to read. Required. Each is a file, a folder (with everything below it), a glob,
     * {@code s3://bucket/prefix} (all objects whose keys begin with the prefix), or {@code -} for the standard input.
     * Separate them by commas or write one element for each. Supported are CloudFront standard logs (versions 1 and 2,
     * W3C and JSON), S3 server access logs, Application Load Balancer logs, and the combined and common logs of Apache
     * and nginx, plain or gzip. The format is recognised from the content.
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
     * Skips log files and objects that were last modified before this date or instant, such as {@code 2026-03-01} or
     * {@code 2026-03-01T12:00:00Z}; days are UTC. A log is written after the requests it records, so no later view is
     * missed. A log that was copied after that time is read again, but its views do not count twice.
     */
    @Parameter(property = "pagetrack.since")
    private @Nullable String since;

    /** The site's host names, such as {@code blog.example.com}. Without any, requests for every host count. */
    @Parameter(property = "pagetrack.hosts")
    private List<String> hosts = List.of();

    /**
     * Patterns of the page paths that count, such as {@code blog/**}. Without any, all pages count. {@code *} matches
     * any characters except a slash, {@code **} matches any characters.
     */
    @Parameter(property = "pagetrack.includes")
    private List<String> includes = List.of();

    /** Patterns of the page paths that do not count. They take precedence over {@code includes}. */
    @Parameter(property = "pagetrack.excludes")
    private List<String> excludes = List.of();

    /**
     * Patterns of page paths that are pages although they look like other files, such as {@code posts/release-*}: the
     * text after their last dot looks like an extension. Needed only for logs without the content type of the response.
     * {@code render} prints the patterns that the site needs.
     */
    @Parameter(property = "pagetrack.pages")
    private List<String> pages = List.of();

    /**
     * Whether several slashes in a row mean one, as for nginx and Apache. Otherwise a path with {@code //} names no
     * page, as for S3.
     */
    @Parameter(property = "pagetrack.mergeSlashes", defaultValue = "false")
    private boolean mergeSlashes;

    /** IP addresses and ranges whose requests do not count, such as {@code 203.0.113.7,2001:db8::/32}. */
    @Parameter(property = "pagetrack.ignoreAddresses")
    private List<String> ignoreAddresses = List.of();

    /**
     * The rules about faked browsers that reject requests, such as {@code hosting,http1}. Every rule is reported, so
     * that you see what it would reject; without this parameter, none rejects, because each is also true for some
     * readers, such as those behind a VPN or the proxy of a company. {@code hosting} means an address of a hosting
     * network; it needs the field {@code asn} of CloudFront's standard logs, version 2. {@code http1} means a modern
     * browser that speaks HTTP/1 over TLS; it is not for distributions without HTTP/2. {@code outdated} means a browser
     * that is older than the version of HTTP or TLS that it speaks. Both need {@code cs-protocol-version} and
     * {@code ssl-protocol} of CloudFront. {@code contradiction} means a user agent that contradicts itself, such as one
     * with two operating systems.
     */
    @Parameter(property = "pagetrack.suspects")
    private List<String> suspects = List.of();

    /**
     * Networks to add to pagetrack's table of hosting networks, for the rule {@code hosting}: numbers of autonomous
     * systems, such as {@code 64500} or {@code AS64500}, and files with one number at the beginning of each line.
     */
    @Parameter(property = "pagetrack.hostingNetworks")
    private List<String> hostingNetworks = List.of();

    /**
     * The first UTC day whose views count. {@code rebuild} moves older views from another table. The first run that
     * sets it sets it for all later runs.
     */
    @Parameter(property = "pagetrack.cutover")
    private @Nullable String cutover;

    /**
     * The number of days after which raw views in the table expire. Log records that are older than that no longer
     * count. Totals and histories stay. The first run that sets it sets it for all later runs; {@code pagetrack:stamp}
     * changes it.
     */
    @Parameter(property = "pagetrack.retention")
    private @Nullable Integer retention;

    /**
     * Writes raw views in plain batches and counts them at the end, for half the price of counting them at once. Use it
     * for many old logs. Until the run has finished, counts are missing, and goals that read them say so. If the run
     * was stopped, run it again to continue, or run {@code pagetrack:rebuild} to count the raw views written so far.
     */
    @Parameter(property = "pagetrack.bulk", defaultValue = "false")
    private boolean bulk;

    /** Finds the logs. Connects to S3 only when an S3 log is named. */
    final LogSources sources() {
        return new LogSources(basedir().toPath(), () -> S3LogClient.open(connection()), System.in, getLog()::warn);
    }

    final List<LogObject> findLogs(LogSources sources) throws IOException {
        return sources.find(ParameterValues.trimmed(logs), ParameterValues.since("since", since));
    }

    final IngestSettings ingestSettings() {
        return new IngestSettings(viewPolicy(), Optional.ofNullable(retention).map(Retention::new), bulk);
    }

    /** The policy that {@code policyB} makes of this one; empty if it is null. */
    final Optional<ViewPolicy> policyB(@Nullable String text) {
        return policySettings().policyB(text, basedir().toPath());
    }

    final ViewPolicy viewPolicy() {
        return policySettings().policy(basedir().toPath());
    }

    private PolicySettings policySettings() {
        return PolicySettings.empty()
                .with("hosts", hosts)
                .with("includes", includes)
                .with("excludes", excludes)
                .with("pages", pages)
                .with("mergeSlashes", Boolean.toString(mergeSlashes))
                .with("ignoreAddresses", ignoreAddresses)
                .with("suspects", suspects)
                .with("hostingNetworks", hostingNetworks)
                .with("cutover", cutover);
    }
}
