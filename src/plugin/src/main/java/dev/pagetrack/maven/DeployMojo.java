package dev.pagetrack.maven;

import dev.pagetrack.deploy.DeploySettings;
import dev.pagetrack.deploy.Deployment;
import dev.pagetrack.table.item.TableSettings;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates or updates the stack in AWS: table, queue, ingest function, statistics API and alarms. From then on new
 * access logs in {@code logBucket} are counted within minutes. A second run changes only what differs.
 */
@Mojo(name = "deploy", requiresProject = false, threadSafe = true)
public class DeployMojo extends AbstractStackMojo {

    /** The bucket that the access logs are written to, in the same region. Required. */
    @Parameter(property = "pagetrack.logBucket")
    private @Nullable String logBucket;

    /**
     * Whether the stack creates {@code logBucket} if it does not exist, with a policy that lets the log services write to
     * it.
     */
    @Parameter(property = "pagetrack.createLogBucket", defaultValue = "false")
    private boolean createLogBucket;

    /** The beginning of the keys of the access logs, such as {@code cloudfront/}. Without it, every object is a log. */
    @Parameter(property = "pagetrack.logPrefix")
    private @Nullable String logPrefix;

    /** The DynamoDB table. The stack creates it if it does not exist. */
    @Parameter(property = "pagetrack.table", defaultValue = TableSettings.DEFAULT_NAME)
    private String table;

    /** The id of the site in the table, if several blogs share it: letters, digits, {@code _} and {@code -}. */
    @Parameter(property = "pagetrack.siteId")
    private @Nullable String siteId;

    /** The site's hosts, such as {@code blog.example.com}. Without any, requests for every host count. */
    @Parameter(property = "pagetrack.hosts")
    private List<String> hosts = List.of();

    /** Patterns of the page paths that count, as for {@code ingest}. Without any, all count. */
    @Parameter(property = "pagetrack.includes")
    private List<String> includes = List.of();

    /** Patterns of the page paths that do not count, even if {@code includes} matches them. */
    @Parameter(property = "pagetrack.excludes")
    private List<String> excludes = List.of();

    /** Addresses and ranges whose requests do not count, such as {@code 203.0.113.7,2001:db8::/32}. */
    @Parameter(property = "pagetrack.ignoreAddresses")
    private List<String> ignoreAddresses = List.of();

    /** Patterns of page paths that are pages although they look like other files, as for {@code ingest}. */
    @Parameter(property = "pagetrack.pages")
    private List<String> pages = List.of();

    /** Whether several slashes in a row mean one, as for {@code ingest}. */
    @Parameter(property = "pagetrack.mergeSlashes", defaultValue = "false")
    private boolean mergeSlashes;

    /**
     * The rules about faked browsers that reject requests, as for {@code ingest}. They need fields that you choose when
     * you set up standard logging, version 2: {@code asn} for {@code hosting}; {@code cs-protocol-version} and
     * {@code ssl-protocol} for {@code http1} and {@code outdated}. Choose {@code cs-protocol} and
     * {@code sc-content-type}, too: the content type tells pages from other files.
     */
    @Parameter(property = "pagetrack.suspects")
    private List<String> suspects = List.of();

    /**
     * Networks to add to pagetrack's table of hosting networks, as for {@code ingest}. Files are read now, and their
     * numbers become part of the stack.
     */
    @Parameter(property = "pagetrack.hostingNetworks")
    private List<String> hostingNetworks = List.of();

    /** The number of days after which raw views expire. Without it, they never do. */
    @Parameter(property = "pagetrack.retention")
    private @Nullable Integer retention;

    /** The UTC day from which views count, as for {@code ingest}. */
    @Parameter(property = "pagetrack.cutover")
    private @Nullable String cutover;

    /** Whether the statistics API answers in the shapes of the blog series' own site, as for {@code serve}. */
    @Parameter(property = "pagetrack.seriesApi", defaultValue = "false")
    private boolean seriesApi;

    /**
     * The sites whose scripts may read the statistics API, such as {@code https://blog.example.com}; {@code *} for all.
     */
    @Parameter(property = "pagetrack.corsOrigins")
    private List<String> corsOrigins = List.of();

    /**
     * Other parameters of the stack's template.
     *
     * <pre>{@code
     * <stackParameters>
     *   <AlarmTopic>arn:aws:sns:eu-central-1:123456789012:alarms</AlarmTopic>
     *   <StatsApi>false</StatsApi>
     * </stackParameters>
     * }</pre>
     */
    @Parameter
    private Map<String, String> stackParameters = Map.of();

    /** The bucket to upload the functions' code to. Without it, one is created: {@code pagetrack-functions-…}. */
    @Parameter(property = "pagetrack.functionBucket")
    private @Nullable String functionBucket;

    /** The jar with the functions' code. Without it, the jar that was released with this plugin is downloaded. */
    @Parameter(property = "pagetrack.functionJar")
    private @Nullable File functionJar;

    @Override
    void run() throws MojoExecutionException {
        var parameters = new StackParameters(stackParameters)
                .table(new TableSettings(table, Optional.ofNullable(siteId)))
                .logs(logBucket, createLogBucket, logPrefix)
                .policy(hosts, includes, excludes, ignoreAddresses)
                .pages(pages, mergeSlashes)
                .suspects(suspects, hostingNetworks, basedir().toPath())
                .retention(Optional.ofNullable(retention))
                .series(ParameterValues.day("cutover", cutover), seriesApi)
                .corsOrigins(corsOrigins);
        try (var aws = aws()) {
            var jar = functionJar != null ? functionJar : artifacts().functionJar(session());
            var settings = new DeploySettings(
                    stackName(), jar.toPath(), Optional.ofNullable(functionBucket), parameters.values());
            new Deployment(aws, Clock.systemUTC(), AbstractStackMojo::sleep, getLog()::info).run(settings, isDryRun());
        }
    }
}
