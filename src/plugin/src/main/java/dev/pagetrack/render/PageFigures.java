package dev.pagetrack.render;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.pagetrack.stats.Period;
import dev.pagetrack.stats.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figures of the pages that exist. What the table counted under several names of a page is summed here; what it
 * counted for pages that are gone is left out.
 */
final class PageFigures {

    /**
     * A page and how often it was viewed.
     *
     * @param page the page
     * @param views its views in the period that was asked for
     */
    record Viewed(SitePage page, long views) {}

    /**
     * A list that several pages show.
     *
     * @param period the time it is about
     * @param prefix what its pages begin with
     * @param limit how many pages it holds
     */
    private record Ranking(Period period, String prefix, int limit) {}

    private final PageTexts texts;
    private final Snapshot snapshot;
    private final Instant end;
    private final Map<String, Names> byPath = new HashMap<>();
    private final Map<Ranking, List<Viewed>> rankings = new ConcurrentHashMap<>();

    /**
     * @param page a page
     * @param stored the names under which its views were counted
     */
    private record Names(SitePage page, List<String> stored) {}

    /**
     * @param site the pages that exist
     * @param texts which of them lists may name
     * @param snapshot what was counted
     * @param end where periods end
     */
    PageFigures(Site site, PageTexts texts, Snapshot snapshot, Instant end) {
        this.texts = texts;
        this.snapshot = snapshot;
        this.end = end;
        for (var stored : snapshot.totals().keySet()) {
            site.find(stored)
                    .ifPresent(page -> byPath.computeIfAbsent(page.path(), path -> new Names(page, new ArrayList<>(1)))
                            .stored()
                            .add(stored));
        }
    }

    /** The views of a page in a period; 0 for a page that was never viewed. */
    long views(SitePage page, Period period) {
        var names = byPath.get(page.path());
        return names == null ? 0 : views(names.stored(), period);
    }

    /** The pages that were viewed most, the most viewed first, those of equal views by their path. */
    List<Viewed> mostViewed(Period period, String prefix, int limit) {
        return rankings.computeIfAbsent(new Ranking(period, prefix, limit), this::rank);
    }

    private List<Viewed> rank(Ranking ranking) {
        return byPath.values().stream()
                .filter(names -> names.page().path().startsWith(ranking.prefix()))
                .map(names -> new Viewed(names.page(), views(names.stored(), ranking.period())))
                .filter(viewed -> viewed.views() > 0)
                .sorted(comparingLong(Viewed::views)
                        .reversed()
                        .thenComparing(comparing(viewed -> viewed.page().path())))
                .filter(viewed -> texts.isListed(viewed.page()))
                .limit(ranking.limit())
                .toList();
    }

    private long views(Collection<String> stored, Period period) {
        var range = period.endingAt(end);
        return stored.stream()
                .mapToLong(name -> range.map(days -> snapshot.views(name, days)).orElseGet(() -> snapshot.views(name)))
                .sum();
    }
}
