package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.series.MigrationSettings;
import dev.pagetrack.table.testing.Clients;
import java.time.LocalDate;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A rebuild in a JVM of its own, optionally after a migration. It prints a line for each write. */
final class RebuildMain {

    static final LocalDate CUTOVER = LocalDate.of(2026, 12, 1);

    private RebuildMain() {}

    // The arguments are the port of the table, and optionally the site and the partition from which it migrates views.
    public static void main(String[] arguments) {
        var printer = new ExecutionInterceptor() {
            @Override
            public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                var request = context.request().getClass().getSimpleName();
                if (request.startsWith("UpdateItem") || request.startsWith("TransactWriteItems")) {
                    System.out.println("set");
                }
            }
        };
        var site = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.<String>empty();
        try (var client = Clients.at(Integer.parseInt(arguments[0]), printer)) {
            var table =
                    new PageTrackTable(TableConnection.of(client), new TableSettings(TableSettings.DEFAULT_NAME, site));
            if (arguments.length > 2) {
                table.maintenance().migrate(new MigrationSettings(arguments[2], CUTOVER, false));
            }
            table.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        }
    }
}
