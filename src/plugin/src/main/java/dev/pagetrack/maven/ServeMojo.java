package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.api.StatsApi;
import dev.pagetrack.serve.StatsServer;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.EmbeddedDynamoDb;
import dev.pagetrack.table.item.TableException;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the statistics API on this machine, and the embedded table to any DynamoDB client, until it is stopped with
 * Ctrl-C.
 */
@Mojo(name = "serve", requiresProject = false, threadSafe = true)
public class ServeMojo extends AbstractTableMojo {

    /** The port of the statistics API; 0 for any free port. */
    @Parameter(property = "pagetrack.port", defaultValue = "8080")
    private int port;

    /**
     * The port of the embedded table, for {@code aws dynamodb … --endpoint-url http://localhost:<port>}; 0 for any free
     * port. Without it, the table is not served. It requires {@code embedded}.
     */
    @Parameter(property = "pagetrack.dynamodbPort")
    private @Nullable Integer dynamodbPort;

    /**
     * Whether {@code /pagetotals} and {@code /pagehistory} use the request and response formats of the blog series' own
     * site: the section or the page is the first key of the query, and {@code AccessFreq} lists the days.
     */
    @Parameter(property = "pagetrack.seriesApi", defaultValue = "false")
    private boolean seriesApi;

    @Override
    TableTask task() {
        if (dynamodbPort != null && !embedded()) {
            throw new WrongSettingException("<dynamodbPort> (pagetrack.dynamodbPort) is " + dynamodbPort
                    + ", but only the embedded table can be served: set <embedded>true</embedded>"
                    + " (pagetrack.embedded), or remove <dynamodbPort>.");
        }
        return this::serve;
    }

    private void serve(TableAccess access) throws IOException {
        checkTable(access.table());
        Optional.ofNullable(dynamodbPort)
                .ifPresent(wanted ->
                        access.embedded().ifPresent(dynamoDb -> serveTable(dynamoDb, access.table(), wanted)));
        try (var server = StatsServer.start(port, api(access.table()), getLog()::warn)) {
            getLog().info("Statistics: http://localhost:" + server.port() + "/pagetotals");
            getLog().info("Stop with Ctrl-C.");
            server.await();
        }
    }

    /** Makes one small read, which works in any layout, to report a missing table before the first request. */
    private void checkTable(PageTrackTable table) {
        try {
            table.rebuilds();
        } catch (TableException e) {
            getLog().warn("Until this is fixed, requests are answered with 503: " + e.getMessage());
        }
    }

    private StatsApi api(PageTrackTable table) {
        return new StatsApi(table, ApiSettings.DEFAULT.withSeries(seriesApi), Clock.systemUTC(), getLog()::warn);
    }

    private void serveTable(EmbeddedDynamoDb dynamoDb, PageTrackTable table, int wanted) {
        getLog().info("DynamoDB: aws dynamodb query --table-name " + table.name()
                + " … --endpoint-url http://localhost:" + startDynamoDb(dynamoDb, wanted));
    }

    /** Reports a port that cannot be opened as a wrong setting, because the user can change it. */
    private int startDynamoDb(EmbeddedDynamoDb dynamoDb, int wanted) {
        try {
            return dynamoDb.serve(wanted);
        } catch (TableException e) {
            throw new WrongSettingException(
                    "<dynamodbPort> (pagetrack.dynamodbPort) is " + wanted + ": " + e.getMessage(), e);
        }
    }
}
