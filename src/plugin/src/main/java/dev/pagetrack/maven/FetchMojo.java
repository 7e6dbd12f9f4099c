package dev.pagetrack.maven;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.SiteCheck;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.stats.Period;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the view counts from the table into {@code snapshot} as JSON, for site generators that read data files, and
 * for builds that cannot reach the table. The schema is {@code dev/pagetrack/stats/snapshot.schema.json} in
 * {@code pagetrack-core}.
 */
@Mojo(name = "fetch", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public class FetchMojo extends AbstractStatisticsMojo {

    /**
     * The period whose months are fetched with their daily views, besides the totals: {@code 12m}, {@code 30d} and the
     * like, which end today; {@code 2026-01-01..2026-03-31}; or {@code all}, from the first view on.
     */
    @Parameter(property = "pagetrack.period", defaultValue = "12m")
    private String period;

    @Override
    Consumer<StatisticsSource> statisticsTask() {
        var asked = ParameterValues.period(period);
        return source -> fetch(source, asked);
    }

    private void fetch(StatisticsSource source, Period asked) {
        var fetched = source.read((asOf, totals) ->
                asked.monthsFrom(totals.values().stream().map(PageTotal::first).min(naturalOrder()), asOf));
        getLog().info(String.format(
                Locale.ROOT,
                "%s holds the figures of %s: %s, %s.",
                snapshot().path(),
                describeFigures(fetched.asOf()),
                Count.of(fetched.totals().size(), "page"),
                Count.of(fetched.months().size(), "month")));
        mismatch(fetched).ifPresent(this::report);
    }

    /** A warning that hardly any page of the site has views; empty if the site is not there, or only its old pages. */
    private Optional<String> mismatch(Snapshot fetched) {
        try {
            return siteCheck(fetched.asOf(), fetched.totals()).flatMap(SiteCheck::mismatch);
        } catch (RenderException e) {
            getLog().debug("The site was not compared with the table: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void report(String mismatch) {
        if (failsIfUnavailable()) {
            throw new WrongSettingException(
                    mismatch + " The build fails because <onUnavailable> (pagetrack.onUnavailable) is fail.");
        }
        getLog().warn(mismatch);
    }

    @Override
    String messageWithoutStatistics() {
        return "Nothing was fetched.";
    }
}
