package dev.pagetrack.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts programs for tests. One that runs longer than its time limit is killed, so that no test waits for it for ever. */
public final class Programs {

    /** Far more than any program of the tests needs. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Programs() {}

    /** Starts a program with a time limit of five minutes. */
    public static Process start(ProcessBuilder builder) throws IOException {
        return start(builder, LIMIT);
    }

    /**
     * Starts a program. When the time limit is over, it is killed together with the programs that it started: reading its
     * output ends then, and its exit value is not 0.
     */
    public static Process start(ProcessBuilder builder, Duration limit) throws IOException {
        var process = builder.start();
        var command = List.copyOf(builder.command());
        var unused = process.onExit()
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> killed(process, command, limit));
        return process;
    }

    private static Process killed(Process process, List<String> command, Duration limit) {
        System.err.println("Killed after " + limit.toSeconds() + " s: " + String.join(" ", command));
        // The list is made first, because a child of a process that has ended is nobody's child. The process is killed
        // first, because it would go on when a child that it waits for ends.
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        return process;
    }
}
