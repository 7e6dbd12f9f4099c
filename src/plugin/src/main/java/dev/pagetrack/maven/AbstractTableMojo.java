package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.item.TableSettings;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on the table. */
abstract class AbstractTableMojo extends AbstractAwsMojo {

    /** The name of the DynamoDB table. */
    @Parameter(property = "pagetrack.table", defaultValue = TableSettings.DEFAULT_NAME)
    private String table;

    /**
     * The id of the site, for a table that several sites share. It is the prefix of every partition key. Letters,
     * digits, {@code _} and {@code -}.
     */
    @Parameter(property = "pagetrack.siteId")
    private @Nullable String siteId;

    /**
     * The layout of the site's items in the table: {@code pagetrack}, {@code article} or {@code production}. Default:
     * the layout is detected.
     */
    @Parameter(property = "pagetrack.layout")
    private @Nullable String layout;

    /**
     * Uses DynamoDB Local inside this build instead of AWS, and stores its data in {@code embeddedDirectory}. It takes
     * precedence over region and profile, and conflicts with {@code endpoint}. Its artifacts are downloaded only if
     * this is true.
     */
    @Parameter(property = "pagetrack.embedded", defaultValue = "false")
    private boolean embedded;

    /** The folder that stores the embedded table between builds. */
    @Parameter(property = "pagetrack.embeddedDirectory", defaultValue = "${basedir}/.pagetrack/dynamodb")
    private File embeddedDirectory;

    @Inject
    private EmbeddedResolver embeddedResolver;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        var settings = new TableSettings(table, Optional.ofNullable(siteId), ParameterValues.layout(layout));
        var task = task();
        try (var access =
                embedded && usesTable() ? embeddedAccess(settings) : TableAccess.remote(connection(), settings)) {
            task.run(access);
        }
    }

    /**
     * Checks the goal's own parameters and returns the work to do with the table. So a wrong parameter is reported
     * before a table is opened or an embedded table is created.
     *
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     */
    abstract TableTask task() throws IOException;

    final boolean embedded() {
        return embedded;
    }

    /** Whether the goal reads or writes a table. */
    boolean usesTable() {
        return true;
    }

    /**
     * Whether the goal must not connect to a table: the user said so, or Maven is offline and the table is not
     * embedded.
     */
    final boolean offline() {
        return !usesTable() || (session().isOffline() && !embedded);
    }

    private TableAccess embeddedAccess(TableSettings settings) throws MojoExecutionException {
        endpoint().ifPresent(endpoint -> {
            throw new WrongSettingException(
                    "<embedded> (pagetrack.embedded) is true and <endpoint> (pagetrack.endpoint) is " + endpoint
                            + ": the table can be in one place only. Leave one of them out.");
        });
        if (hasAccountSettings()) {
            getLog().info("The embedded table is used: <region>, <profile> and <serverId> have no effect on it.");
        }
        var loader = embeddedResolver.classLoader(session());
        return TableAccess.embedded(loader, embeddedDirectory.toPath(), settings);
    }
}
