package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Count;
import dev.pagetrack.ingest.Delivered;
import dev.pagetrack.ingest.Delivered.Counted;
import dev.pagetrack.ingest.Delivered.Failed;
import dev.pagetrack.ingest.Delivered.KnownBefore;
import dev.pagetrack.ingest.Delivered.Unfinished;
import dev.pagetrack.ingest.Delivered.Unreadable;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What became of an object, or of a part of an event.
 *
 * @param code whether it is done, may succeed another time, or never will
 * @param text a sentence without anything that a log told of its readers
 */
record Outcome(Code code, String text) {

    /** In this order, the last one being the worst. */
    enum Code {
        DONE,
        AGAIN,
        NEVER
    }

    /** What is quoted is the object's content: an address or an agent may stand there. */
    private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);

    Outcome {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
    }

    static Outcome of(Delivered delivered) {
        var result = delivered.result();
        if (result instanceof Counted counted) {
            var summary = counted.summary();
            return new Outcome(Code.DONE, summary.counted() + " of " + Count.of(summary.lines(), "line") + " counted");
        }
        if (result instanceof KnownBefore) {
            return new Outcome(Code.DONE, "ingested before");
        }
        if (result instanceof Unreadable unreadable) {
            return new Outcome(Code.NEVER, withoutQuotes(unreadable.why()));
        }
        if (result instanceof Failed failed) {
            return new Outcome(Code.AGAIN, withoutQuotes(failed.why()));
        }
        if (result instanceof Unfinished) {
            return new Outcome(Code.AGAIN, "the function's time was over before this object was done");
        }
        throw new IllegalStateException("unknown result " + result);
    }

    private static String withoutQuotes(String text) {
        return QUOTED.matcher(text).replaceAll("\"…\"");
    }

    /** What became of a part: the worst of its objects. */
    static Outcome worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .max(Comparator.comparing(Outcome::code))
                .orElseGet(() -> new Outcome(Code.DONE, "tells of no object"));
    }
}
