package dev.pagetrack.ingest;

import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.NoView;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the lines of one log object, and passes its views on. */
final class ObjectTally implements LogVisitor {

    private static final String EMPTY = "empty";

    private final ViewPolicy policy;
    private final Instant horizon;
    private final Consumer<View> views;
    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
    private final Map<Rejection, Long> examples = new EnumMap<>(Rejection.class);
    private String format = EMPTY;
    private ViewFinder finder;
    private long lines;
    private long counted;

    /** Of a dry run, which knows no retention. */
    ObjectTally(ViewPolicy policy, Consumer<View> views) {
        this(policy, Instant.MIN, views);
    }

    /** @param horizon views before it are not counted */
    ObjectTally(ViewPolicy policy, Instant horizon, Consumer<View> views) {
        this.policy = policy;
        this.horizon = horizon;
        this.views = views;
    }

    @Override
    public void format(LineFormat format) {
        this.format = format.name();
        finder = new ViewFinder(policy, format);
    }

    @Override
    public void request(LogLine line, long number) {
        var verdict = finder.decide(line);
        if (verdict instanceof View view && view.second() < horizon.getEpochSecond()) {
            rejected(Rejection.TOO_OLD, number);
        } else if (verdict instanceof View view) {
            lines++;
            counted++;
            views.accept(view);
        } else if (verdict instanceof NoView none) {
            rejected(none.reason(), number);
        }
    }

    @Override
    public void rejected(Rejection reason, long number) {
        lines++;
        rejected.merge(reason, 1L, Long::sum);
        examples.putIfAbsent(reason, number);
    }

    ObjectSummary summary(LogObject object) {
        return new ObjectSummary(object.name(), format, lines, counted, rejected, examples);
    }
}
