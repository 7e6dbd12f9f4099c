package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.Sleeper;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.TableMaintenance;
import dev.pagetrack.table.forget.Forget;
import dev.pagetrack.table.forget.ForgetReport;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.ForgetRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes views out of the table again, such as those of a test, or of a page that should never have been counted. A rule
 * in the table makes {@code ingest} reject these views from now on. The goal first only reports what it would take out;
 * set {@code dryRun} to {@code false} to do it. It can be stopped and run again.
 *
 * <p>Where {@code retention} has let raw views expire, only whole days (UTC) can be taken out. Counts of browsers,
 * countries and referrers of such days stay.
 */
@Mojo(name = "forget", requiresProject = false, threadSafe = true)
public class ForgetMojo extends AbstractTableMojo {

    private static final int NAMED = 10;

    /**
     * Patterns of the page paths whose views are taken out, such as {@code drafts/**}; {@code **} for all. Required.
     * {@code *} matches any characters except a slash, {@code **} matches any characters.
     */
    @Parameter(property = "pagetrack.forget")
    private List<String> forget = List.of();

    /** The first day (UTC) or instant whose views are taken out. Without it, all views before {@code forgetTo}. */
    @Parameter(property = "pagetrack.forgetFrom")
    private @Nullable String forgetFrom;

    /**
     * The day (UTC) or instant before which views are taken out. Without it, all views since {@code forgetFrom}, also
     * those of the future: the pages count no view any more.
     */
    @Parameter(property = "pagetrack.forgetTo")
    private @Nullable String forgetTo;

    /** Only reports which views would be taken out. */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "true")
    private boolean dryRun;

    /** Waits until running ingestions know the rule. A test must not wait. */
    Sleeper sleeper = time -> Thread.sleep(time.toMillis());

    @Override
    TableTask task() {
        var rule = rule();
        return access -> run(access.table().maintenance(), rule);
    }

    private ForgetRule rule() {
        var patterns = ParameterValues.trimmed(forget);
        if (patterns.isEmpty()) {
            throw new WrongSettingException(
                    "<forget> (pagetrack.forget) is missing: write patterns of the pages whose views"
                            + " are taken out, such as drafts/**, or ** for all.");
        }
        var from = ParameterValues.since("forgetFrom", forgetFrom);
        var to = ParameterValues.since("forgetTo", forgetTo);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new WrongSettingException("<forgetTo> (pagetrack.forgetTo) is '" + forgetTo
                    + "', which is not after <forgetFrom> (pagetrack.forgetFrom) '" + forgetFrom + "'.");
        }
        return new ForgetRule(patterns, from.orElse(Instant.EPOCH), to.orElseGet(ForgetMojo::end));
    }

    /** After every view that can be counted, even one with a time far in the future. */
    private static Instant end() {
        return Instant.parse("9999-12-31T23:59:59Z");
    }

    private void run(TableMaintenance maintenance, ForgetRule rule) {
        var clock = Clock.systemUTC();
        if (forgetTo == null) {
            getLog().warn("Without <forgetTo> (pagetrack.forgetTo), views of these pages will not count in the future"
                    + " either.");
        }
        if (dryRun) {
            report(maintenance.planForget(rule, clock), "would be taken out");
            getLog().info("Nothing was changed. To take them out, add -Dpagetrack.dryRun=false.");
            return;
        }
        getLog().info("Waiting for " + Count.of(Forget.PAUSE.toMinutes(), "minute")
                + ", until running ingestions know that these views no longer count.");
        try {
            report(maintenance.forget(rule, clock, sleeper), "were taken out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("taking out views was interrupted. Run the same command again to continue.", e);
        }
    }

    private void report(ForgetReport report, String what) {
        getLog().info(Count.of(report.views(), "view") + " of "
                + Count.of(report.pages().size(), "page") + " " + what
                + (report.pages().isEmpty() ? "." : ":"));
        report.pages().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .forEach(page -> getLog().info("  " + page.getKey() + " " + page.getValue()));
        Optional.of(report.pages().size() - NAMED)
                .filter(more -> more > 0)
                .ifPresent(more -> getLog().info("  and " + Count.of(more, "page") + " more"));
    }
}
