package dev.pagetrack.maven;

import dev.pagetrack.ingest.ProgressText;
import java.io.Console;
import java.time.Clock;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Whether somebody is watching. */
final class ProgressOutput {

    private ProgressOutput() {}

    /** Where to say how far a goal is: a bar on a terminal, unless in batch mode; lines of the log elsewhere. */
    static ProgressText choose(MavenSession session, Log log) {
        return session.getRequest().isInteractiveMode() && isTerminal()
                ? new ProgressText(Clock.systemUTC(), true, System.out::print)
                : new ProgressText(Clock.systemUTC(), false, log::info);
    }

    /** From Java 22 on there is a console also when nobody looks at it, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // asked for below
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
