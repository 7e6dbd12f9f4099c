package dev.pagetrack.maven;

import dev.pagetrack.deploy.DeploySettings;
import dev.pagetrack.deploy.Deployment;
import dev.pagetrack.deploy.Pause;
import dev.pagetrack.table.item.TableSettings;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Creates or updates the stack in AWS: table, queue, ingest function, statistics API and alarms. From then on new
 * access logs in {@code logBucket} are counted within minutes. A second run changes only what differs.
 */
@Mojo(name = "deploy", requiresProject = false, threadSafe = true)
public class DeployMojo extends AbstractStackMojo {

    /** The bucket, in the same region, that the access logs are written to. It must be given. */
    @Parameter(property = "pagetrack.logBucket")
    private String logBucket;

    /** Lets the stack create {@code logBucket}, if it is not there, so that the log services may write to it. */
    @Parameter(property = "pagetrack.createLogBucket", defaultValue = "false")
    private boolean createLogBucket;

    /** The beginning of the keys of the access logs, such as {@code cloudfront/}. Without it, every object is a log. */
    @Parameter(property = "pagetrack.logPrefix")
    private String logPrefix;

    /** The DynamoDB table. It is created if it is not there. */
    @Parameter(property = "pagetrack.table", defaultValue = TableSettings.DEFAULT_NAME)
    private String table;

    /** Whose items in the table, when it serves several blogs. Letters, digits, {@code _} and {@code -}. */
    @Parameter(property = "pagetrack.siteId")
    private String siteId;

    /** The site's hosts, such as {@code blog.example.com}. Without any, requests for every host count. */
    @Parameter(property = "pagetrack.hosts")
    private List<String> hosts = List.of();

    /** Patterns of the page paths that count, as for {@code ingest}. Without any, all do. */
    @Parameter(property = "pagetrack.includes")
    private List<String> includes = List.of();

    /** Patterns of the page paths that do not count; they win over {@code includes}. */
    @Parameter(property = "pagetrack.excludes")
    private List<String> excludes = List.of();

    /** Addresses and ranges whose requests do not count, such as {@code 203.0.113.7,2001:db8::/32}. */
    @Parameter(property = "pagetrack.ignoreAddresses")
    private List<String> ignoreAddresses = List.of();

    /** After how many days raw views expire. Without it, never. */
    @Parameter(property = "pagetrack.retention")
    private Integer retention;

    /** The UTC day from which views count, as for {@code ingest}. */
    @Parameter(property = "pagetrack.cutover")
    private String cutover;

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
    private String functionBucket;

    /** The functions' code. Without it, the jar that was released with this plugin, from the repositories. */
    @Parameter(property = "pagetrack.functionJar")
    private File functionJar;

    @Inject
    private FunctionResolver functionResolver;

    @Override
    void run() throws MojoExecutionException {
        var parameters = new StackParameters(stackParameters)
                .table(new TableSettings(table, Optional.ofNullable(siteId)))
                .logs(logBucket, createLogBucket, logPrefix)
                .policy(hosts, includes, excludes, ignoreAddresses)
                .retention(Optional.ofNullable(retention))
                .series(ParameterValues.day("cutover", cutover), seriesApi)
                .corsOrigins(corsOrigins);
        try (var aws = aws()) {
            var jar = functionJar != null ? functionJar : functionResolver.functionJar(session());
            var settings = new DeploySettings(
                    stackName(), jar.toPath(), Optional.ofNullable(functionBucket), parameters.values());
            new Deployment(aws, Clock.systemUTC(), Pause::sleep, getLog()::info).run(settings, isDryRun());
        }
    }
}
