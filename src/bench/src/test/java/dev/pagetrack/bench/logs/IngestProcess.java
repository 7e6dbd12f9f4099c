package dev.pagetrack.bench.logs;

import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that ingests a folder of logs, to be run in another process. */
final class IngestProcess {

    private IngestProcess() {}

    /**
     * Ingests a folder.
     *
     * @param args the endpoint of the table, and the folder
     */
    public static void main(String[] args) throws IOException {
        var settings = new ConnectionSettings(
                Optional.of("eu-central-1"),
                Optional.empty(),
                Optional.of(URI.create(args[0])),
                Optional.of(new ConnectionSettings.AccessKey("id", "secret")));
        try (var connection = TableConnection.open(settings);
                var sources = new LogSources(Path.of(""), () -> null, System.in)) {
            var table = new PageTrackTable(connection, new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
            new Ingestion(table, ViewPolicy.DEFAULT).run(sources.find(List.of(args[1]), Optional.empty()));
        }
    }
}
