package dev.pagetrack.render.record;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.stats.Snapshot;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.SortedMap;

/** Computes digests of figures, to compare them with those of another rendering. */
public final class FiguresDigest {

    private FiguresDigest() {}

    /**
     * The digest of the totals, and of their instant as far as pages can show it.
     *
     * @param showsInstant whether pages show more of the instant than its day
     */
    public static String ofTotals(Instant asOf, boolean showsInstant, SortedMap<String, PageTotal> totals) {
        var digest = new Digest();
        boolean exact = showsInstant || isAnyAfter(asOf, totals.values());
        digest.add(
                exact
                        ? asOf.getEpochSecond()
                        : asOf.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
        for (var page : totals.entrySet()) {
            digest.add(page.getKey());
            add(digest, page.getValue());
        }
        return digest.text();
    }

    /** The digest of all that a snapshot holds for some months; it includes the digest of the totals. */
    public static String of(Snapshot snapshot, String totals, Iterable<YearMonth> months) {
        var digest = new Digest();
        digest.add(totals);
        for (var month : months) {
            digest.add(month.toString());
            add(digest, snapshot, month);
        }
        return digest.text();
    }

    private static boolean isAnyAfter(Instant asOf, Collection<PageTotal> totals) {
        for (var total : totals) {
            if (total.last().isAfter(asOf)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Digest digest, PageTotal total) {
        digest.add(total.views());
        digest.add(total.first().getEpochSecond());
        digest.add(total.last().getEpochSecond());
        digest.add(total.inLowerCase());
    }

    private static void add(Digest digest, Snapshot snapshot, YearMonth month) {
        var pages = snapshot.months().get(month);
        if (pages == null) {
            digest.add(-1);
            return;
        }
        digest.add(pages.size());
        for (var page : pages.entrySet()) {
            digest.add(page.getKey());
            for (long views : page.getValue().upToTheLastViewed()) {
                digest.add(views);
            }
            digest.add(-1L);
        }
    }
}
