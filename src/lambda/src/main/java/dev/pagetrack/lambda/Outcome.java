package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Count;
import dev.pagetrack.ingest.DeliveredObject;
import dev.pagetrack.ingest.DeliveredObject.AlreadyIngested;
import dev.pagetrack.ingest.DeliveredObject.Counted;
import dev.pagetrack.ingest.DeliveredObject.Failed;
import dev.pagetrack.ingest.DeliveredObject.Unfinished;
import dev.pagetrack.ingest.DeliveredObject.Unreadable;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The outcome for an object, or for a part of an event.
 *
 * @param code whether it is done, had no time, may succeed when it is tried again, or never will
 * @param text a message without any data about readers, such as addresses
 */
record Outcome(Code code, String text) {

    /** The codes, from the best to the worst. */
    enum Code {
        DONE,
        UNFINISHED,
        AGAIN,
        NEVER
    }

    /** Quoted text in a message is content of the object, which may contain addresses and user agents. */
    private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);

    Outcome {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
    }

    static Outcome of(DeliveredObject delivered) {
        var result = delivered.result();
        if (result instanceof Counted counted) {
            var summary = counted.summary();
            if (summary.passedOver().isPresent()) {
                return new Outcome(
                        Code.DONE, "passed over: it is " + summary.passedOver().get() + ", which holds no page views");
            }
            return new Outcome(Code.DONE, summary.counted() + " of " + Count.of(summary.lines(), "line") + " counted");
        }
        if (result instanceof AlreadyIngested) {
            return new Outcome(Code.DONE, "ingested before");
        }
        if (result instanceof Unreadable unreadable) {
            return new Outcome(Code.NEVER, withoutQuotes(unreadable.why()));
        }
        if (result instanceof Failed failed) {
            return new Outcome(Code.AGAIN, withoutQuotes(failed.why()));
        }
        if (result instanceof Unfinished) {
            return new Outcome(Code.UNFINISHED, "the function's time limit was reached before this object was done");
        }
        throw new IllegalStateException("unknown result " + result);
    }

    private static String withoutQuotes(String text) {
        return QUOTED.matcher(text).replaceAll("\"…\"");
    }

    /** The outcome of a part: the worst outcome of its objects. */
    static Outcome worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .max(Comparator.comparing(Outcome::code))
                .orElseGet(() -> new Outcome(Code.DONE, "names no object"));
    }
}
