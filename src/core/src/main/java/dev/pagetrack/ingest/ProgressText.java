package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes the progress of an ingestion as text: on a terminal as a bar that is redrawn in place, elsewhere as a line
 * from time to time.
 */
public final class ProgressText implements IngestProgress.Listener, AutoCloseable {

    private static final Duration BAR_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final int BAR_WIDTH = 24;
    private static final double MEGABYTE = 1e6;

    private final Clock clock;
    private final boolean terminal;
    private final Consumer<String> out;
    private final Instant begin;
    private Instant last;
    private int drawn;

    /**
     * @param terminal whether the output is a terminal, where a carriage return moves to the beginning of the line
     * @param out receives whole lines, or on a terminal text to print as it is, without a line end
     */
    public ProgressText(Clock clock, boolean terminal, Consumer<String> out) {
        this.clock = requireNonNull(clock, "clock");
        this.terminal = terminal;
        this.out = requireNonNull(out, "out");
        this.begin = clock.instant();
        this.last = begin;
    }

    @Override
    public synchronized void reached(IngestProgress progress) {
        var now = clock.instant();
        if (Duration.between(last, now).compareTo(terminal ? BAR_EVERY : LINE_EVERY) < 0) {
            return;
        }
        last = now;
        var text = text(progress, Duration.between(begin, now));
        if (terminal) {
            draw(bar(progress) + " " + text);
        } else {
            out.accept(text);
        }
    }

    /** Clears the bar, so that other output can use the line. */
    @Override
    public synchronized void close() {
        if (drawn > 0) {
            draw("");
            out.accept("\r");
            drawn = 0;
        }
    }

    private void draw(String text) {
        out.accept("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        drawn = text.length();
    }

    private static String bar(IngestProgress progress) {
        int full = (int) Math.round(BAR_WIDTH * share(progress));
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
    }

    private static String text(IngestProgress progress, Duration passed) {
        var seconds = Math.max(0.001, passed.toMillis() / 1000.0);
        var rate = progress.readBytes() / seconds;
        var text = String.format(
                Locale.ROOT,
                "%.0f %%: %,d of %s, %.1f MB/s",
                Math.floor(100 * share(progress)),
                progress.doneObjects(),
                Count.of(progress.objects(), "log object"),
                rate / MEGABYTE);
        long rest = progress.bytes() - progress.doneBytes();
        return rest > 0 && rate > 0 ? text + ", " + time(rest / rate) + " left" : text;
    }

    /** The share that is done, from 0 to 1: of the bytes if sizes are known, otherwise of the objects. */
    private static double share(IngestProgress progress) {
        return progress.bytes() > 0
                ? Math.min(1, (double) progress.doneBytes() / progress.bytes())
                : progress.objects() > 0 ? (double) progress.doneObjects() / progress.objects() : 1;
    }

    private static String time(double seconds) {
        long rounded = (long) Math.ceil(seconds);
        return rounded < 3600
                ? String.format(Locale.ROOT, "%d:%02d", rounded / 60, rounded % 60)
                : String.format(Locale.ROOT, "%d:%02d h", rounded / 3600, rounded % 3600 / 60);
    }
}
