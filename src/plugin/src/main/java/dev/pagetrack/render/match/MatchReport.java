package dev.pagetrack.render.match;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.Count;
import dev.pagetrack.render.site.RenderException;
import java.util.List;
import java.util.Map;

/**
 * What a user should know about how the pages of the site and of the table match.
 *
 * @param warnings what is probably wrong, one sentence or more each
 * @param notes what may be of interest, likewise
 */
public record MatchReport(List<String> warnings, List<String> notes) {

    /** How many lost pages a rendering names. */
    private static final int SHOWN = 3;

    public MatchReport {
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /**
     * Examines a match for a rendering.
     *
     * @throws RenderException if the rules require more than there is
     */
    public static MatchReport of(TableMatch match, MatchRules rules) {
        var mismatch = match.mismatch();
        if (mismatch.isPresent()) {
            if (rules.failOnMismatch()) {
                throw new RenderException(
                        mismatch.get() + " The build fails because <onUnavailable> (pagetrack.onUnavailable) is fail.");
            }
            return new MatchReport(List.of(mismatch.get()), List.of());
        }
        var lost = match.lost(Map::of);
        if (lost.isEmpty()) {
            return new MatchReport(List.of(), List.of());
        }
        long read = lost.stream()
                .filter(page -> page.views() >= rules.lostPagesViews())
                .count();
        if (read > 0 && rules.failOnLostPages()) {
            throw new RenderException(message(lost.subList(0, (int) read))
                    + " The build fails because <lostPages> (pagetrack.lostPages) is fail and each of them has at least "
                    + Count.of(rules.lostPagesViews(), "view") + " (pagetrack.lostPagesViews): restore the "
                    + (read == 1 ? "page, or add an alias for it" : "pages, or add aliases for them")
                    + " to <aliases> (pagetrack.aliases).");
        }
        var line = List.of(message(lost) + " Add an alias to <aliases> (pagetrack.aliases) for each page that has"
                + " moved; pagetrack:doctor lists them all.");
        return read > 0 ? new MatchReport(line, List.of()) : new MatchReport(List.of(), line);
    }

    private static String message(List<LostPage> lost) {
        long views = lost.stream().mapToLong(LostPage::views).sum();
        return "The site no longer has " + Count.of(lost.size(), "page") + " with " + Count.of(views, "view")
                + " in the table: "
                + lost.stream().limit(SHOWN).map(LostPage::toString).collect(joining(", "))
                + (lost.size() > SHOWN ? " and " + (lost.size() - SHOWN) + " more" : "") + ".";
    }
}
