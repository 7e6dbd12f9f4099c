package dev.pagetrack.ingest;

import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.view.RejectedRequest;
import dev.pagetrack.view.Verdict;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the lines of one log object by one policy, and compares what another policy makes of each request. */
final class ObjectComparison implements LogVisitor {

    /** Why each policy rejects a line; empty if it counts it. */
    record Verdicts(Optional<Rejection> a, Optional<Rejection> b) {}

    /** Lines with the same verdicts, and the number of the first of them. */
    static final class Lines {
        private long count;
        private long first;

        long count() {
            return count;
        }

        long first() {
            return first;
        }
    }

    private final ObjectTally tally;
    private final ViewFinder a;
    private final ViewFinder b;
    private final Map<Verdicts, Lines> changes = new HashMap<>();
    private final PageCounts pages = new PageCounts();
    private long counted;

    /**
     * @param tally counts the lines by policy A
     * @param a finds views by policy A
     * @param b finds views by policy B
     */
    ObjectComparison(ObjectTally tally, ViewFinder a, ViewFinder b) {
        this.tally = tally;
        this.a = a;
        this.b = b;
    }

    @Override
    public void passedOver(String what) {
        tally.passedOver(what);
    }

    @Override
    public void format(LineFormat format) {
        tally.format(format);
        b.begin(format);
    }

    @Override
    public void rejected(Rejection reason, long number) {
        tally.rejected(reason, number);
    }

    @Override
    public void request(LogLine line, long number) {
        var first = tally.limited(a.decide(line));
        tally.count(first, number);
        var second = tally.limited(b.decide(line));
        if (second instanceof View view) {
            counted++;
            pages.addPending(view.page());
        }
        if (differ(first, second)) {
            var lines = changes.computeIfAbsent(new Verdicts(reason(first), reason(second)), key -> new Lines());
            if (lines.count++ == 0) {
                lines.first = number;
            }
        }
    }

    private static boolean differ(Verdict a, Verdict b) {
        return (a instanceof View one && b instanceof View other) ? !one.page().equals(other.page()) : !a.equals(b);
    }

    private static Optional<Rejection> reason(Verdict verdict) {
        return verdict instanceof RejectedRequest none ? Optional.of(none.reason()) : Optional.empty();
    }

    Map<Verdicts, Lines> changes() {
        return changes;
    }

    /** The views of each page by policy B. Call it once, at the end of the object. */
    PageCounts pages() {
        pages.commit();
        return pages;
    }

    /** How many lines policy B counts. */
    long counted() {
        return counted;
    }
}
