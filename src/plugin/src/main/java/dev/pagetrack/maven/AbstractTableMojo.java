package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.TableSettings;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that talks to the table. */
abstract class AbstractTableMojo extends AbstractAwsMojo {

    /** The DynamoDB table. */
    @Parameter(property = "pagetrack.table", defaultValue = TableSettings.DEFAULT_NAME)
    private String table;

    /**
     * Whose items in the table, when it serves several blogs: it stands before every partition key. Letters, digits,
     * {@code _} and {@code -}.
     */
    @Parameter(property = "pagetrack.siteId")
    private String siteId;

    /** How the site's items lie in the table: {@code pagetrack}, {@code article} or {@code production}; else it is found. */
    @Parameter(property = "pagetrack.layout")
    private String layout;

    /**
     * Uses a DynamoDB Local inside this build instead of AWS, kept in {@code embeddedDirectory}. It wins over region and
     * profile, and conflicts with {@code endpoint}. Its artifacts are only downloaded when this is true.
     */
    @Parameter(property = "pagetrack.embedded", defaultValue = "false")
    private boolean embedded;

    /** Where the embedded table is kept from one build to the next. */
    @Parameter(property = "pagetrack.embeddedDirectory", defaultValue = "${basedir}/.pagetrack/dynamodb")
    private File embeddedDirectory;

    @Inject
    private EmbeddedResolver embeddedResolver;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        var settings = new TableSettings(table, Optional.ofNullable(siteId), ParameterValues.layout(layout));
        var task = task();
        try (var access = embedded && usesTable() ? embeddedAccess(settings) : TableAccess.remote(connection(), settings)) {
            task.run(access);
        }
    }

    /**
     * Makes of the goal's own parameters what is to be done. No table is opened, nor an embedded one made, while a
     * parameter is wrong.
     *
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     */
    abstract TableTask task() throws IOException;

    final boolean embedded() {
        return embedded;
    }

    /** Whether the goal is about the table at all. */
    boolean usesTable() {
        return true;
    }

    /** Whether no table may be asked: {@code mvn -o}, unless the table is in this build, or what the user said. */
    final boolean offline() {
        return !usesTable() || (session().isOffline() && !embedded);
    }

    private TableAccess embeddedAccess(TableSettings settings) throws MojoExecutionException {
        endpoint().ifPresent(endpoint -> {
            throw new WrongSettingException(
                    "<embedded> (pagetrack.embedded) is true and <endpoint>" + " (pagetrack.endpoint) is " + endpoint
                            + ": the table can be in one place only. Leave one of them out.");
        });
        if (hasAccountSettings()) {
            getLog().info("The embedded table is used: <region>, <profile> and <serverId> have no effect on it.");
        }
        var loader = embeddedResolver.classLoader(session());
        return TableAccess.embedded(loader, embeddedDirectory.toPath(), settings);
    }
}
