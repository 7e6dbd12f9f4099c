package dev.pagetrack.table.backup;

import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.testing.Clients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** An import in a JVM of its own. It prints a line for each batch that it has written. */
final class ImportMain {

    private ImportMain() {}

    // The arguments are the port of the table, the site and the file.
    public static void main(String[] arguments) throws IOException {
        var printer = new ExecutionInterceptor() {
            @Override
            public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                if (context.request().getClass().getSimpleName().startsWith("BatchWriteItem")) {
                    System.out.println("set");
                }
            }
        };
        try (var client = Clients.at(Integer.parseInt(arguments[0]), printer)) {
            new PageTrackTable(
                            TableConnection.of(client),
                            new TableSettings(TableSettings.DEFAULT_NAME, Optional.of(arguments[1])))
                    .maintenance()
                    .importFrom(Path.of(arguments[2]));
        }
    }
}
