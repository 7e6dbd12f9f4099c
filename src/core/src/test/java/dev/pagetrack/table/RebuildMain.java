package dev.pagetrack.table;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A rebuild in a JVM of its own, which says each rollup that it has set. */
final class RebuildMain {

    private RebuildMain() {}

    // The argument is the port of the table.
    public static void main(String[] arguments) {
        var said = new ExecutionInterceptor() {
            @Override
            public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
                if (context.request().getClass().getSimpleName().startsWith("UpdateItem")) {
                    System.out.println("set");
                }
            }
        };
        try (var client = Clients.at(Integer.parseInt(arguments[0]), said)) {
            var settings = new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty());
            new PageTrackTable(TableConnection.of(client), settings)
                    .upkeep()
                    .rebuild(new RebuildSettings(false, Optional.empty()));
        }
    }
}
