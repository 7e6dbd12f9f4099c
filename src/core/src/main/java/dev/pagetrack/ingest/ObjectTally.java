package dev.pagetrack.ingest;

import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.suspect.Suspicion;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.view.RejectedRequest;
import dev.pagetrack.view.Verdict;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts the lines of one log object, and passes on its views. */
@SuppressWarnings("EnumOrdinal") // the indexes of the arrays
final class ObjectTally implements LogVisitor {

    private static final String EMPTY = "empty";
    private static final String NO_VIEWS = "no-views";
    private static final Rejection[] REASONS = Rejection.values();

    private final LogObject object;
    private final ViewFinder finder;
    private final RunLimits limits;
    private final long latest;
    private final Consumer<View> views;
    /** How many lines were rejected, by reason. A plain array, because it is hot: four lines of five are rejected. */
    private final long[] rejected = new long[REASONS.length];

    private final long[] examples = new long[REASONS.length];
    /** How many counted lines were suspicious, by the reason for which they would have been rejected. */
    private final long[] suspected = new long[REASONS.length];

    private final long[] suspectedExamples = new long[REASONS.length];
    private String format = EMPTY;
    private Optional<String> passedOver = Optional.empty();
    private long lines;
    private long counted;

    /** @param limits which views of the policy count in this run */
    ObjectTally(LogObject object, ViewFinder finder, RunLimits limits, Consumer<View> views) {
        this.object = object;
        this.finder = finder;
        this.limits = limits;
        this.latest = limits.latest();
        this.views = views;
    }

    @Override
    public void passedOver(String what) {
        format = NO_VIEWS;
        passedOver = Optional.of(what);
    }

    @Override
    public void format(LineFormat format) {
        if (!format.missingFields().isEmpty()) {
            throw new UnreadableLogException(object.name() + " has no field "
                    + String.join(", ", format.missingFields())
                    + ", which is needed to tell views from other requests. Add the field in the settings of the log"
                    + " delivery, and leave this log out of <logs>.");
        }
        this.format = format.name();
        finder.begin(format);
    }

    @Override
    public void request(LogLine line, long number) {
        count(limited(finder.decide(line)), number);
    }

    /** What a policy decided about a request, within the limits of this run. */
    Verdict limited(Verdict verdict) {
        var rejection = verdict instanceof View view ? limits.rejection(view, latest) : null;
        return rejection == null ? verdict : new RejectedRequest(rejection);
    }

    /** Counts the request that the finder has decided last. */
    void count(Verdict verdict, long number) {
        if (verdict instanceof RejectedRequest none) {
            rejected(none.reason(), number);
        } else if (verdict instanceof View view) {
            lines++;
            counted++;
            if (finder.suspicions() != 0) {
                suspected(finder.suspicions(), number);
            }
            views.accept(view);
        }
    }

    @Override
    public void rejected(Rejection reason, long number) {
        lines++;
        int i = reason.ordinal();
        if (rejected[i]++ == 0) {
            examples[i] = number;
        }
    }

    private void suspected(int suspicions, long number) {
        for (int rest = suspicions; rest != 0; rest &= rest - 1) {
            int i = Suspicion.first(rest).rejection().ordinal();
            if (suspected[i]++ == 0) {
                suspectedExamples[i] = number;
            }
        }
    }

    ObjectSummary summary() {
        return new ObjectSummary(
                object.name(),
                format,
                lines,
                counted,
                byReason(rejected),
                byReason(examples),
                byReason(suspected),
                byReason(suspectedExamples),
                passedOver);
    }

    private static Map<Rejection, Long> byReason(long[] numbers) {
        var byReason = new EnumMap<Rejection, Long>(Rejection.class);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0) {
                byReason.put(REASONS[i], numbers[i]);
            }
        }
        return byReason;
    }
}
