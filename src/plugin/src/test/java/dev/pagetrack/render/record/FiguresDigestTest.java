package dev.pagetrack.render.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.testing.TestSite;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FiguresDigestTest {

    @Test
    void differsWhenAnyFigureDiffers() {
        var first = Instant.parse("2024-03-01T00:00:00Z");
        var last = Instant.parse("2024-03-09T00:00:00Z");
        var totals = List.of(
                new PageTotal(7, first, last),
                new PageTotal(8, first, last),
                new PageTotal(7, first.plusSeconds(1), last),
                new PageTotal(7, first, last.plusSeconds(1)),
                new PageTotal(7, first, last, true));
        var digests = new HashSet<String>();
        for (var total : totals) {
            digests.add(digest("a/", total));
            digests.add(digest("b/", total));
        }
        assertThat(digests).hasSize(2 * totals.size());
        assertThat(digests).contains(digest("a/", new PageTotal(7, first, last)));
    }

    private static String digest(String page, PageTotal total) {
        return FiguresDigest.ofTotals(TestSite.AS_OF, false, new TreeMap<>(Map.of(page, total)));
    }
}
