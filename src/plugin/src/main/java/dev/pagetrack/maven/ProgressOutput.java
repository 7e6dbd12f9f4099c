package dev.pagetrack.maven;

import dev.pagetrack.ingest.ProgressText;
import java.io.Console;
import java.time.Clock;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Chooses how a goal shows its progress. */
final class ProgressOutput {

    private ProgressOutput() {}

    /** A progress bar on a terminal, unless Maven runs in batch mode; otherwise lines in the build log. */
    static ProgressText choose(MavenSession session, Log log) {
        return session.getRequest().isInteractiveMode() && isTerminal()
                ? new ProgressText(Clock.systemUTC(), true, System.out::print)
                : new ProgressText(Clock.systemUTC(), false, log::info);
    }

    /** From Java 22 on there is always a console, and {@code Console.isTerminal} says whether it is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // checked below
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
