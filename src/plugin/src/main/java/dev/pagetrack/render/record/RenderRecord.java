package dev.pagetrack.render.record;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.site.FileVersion;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a rendering did, for the next one to see that there is nothing to do. It spares work and decides nothing: whatever
 * does not fit is read again.
 *
 * @param settings what it was asked to do: digest of the settings, the templates and this program
 * @param totals the totals it used, digested with the day they are of
 * @param figures the totals and the months it used, digested
 * @param showsInstant whether a widget shows the instant of the figures, so that the day is not enough
 * @param months the months it needed
 * @param markers how many markers it filled, by widget
 * @param warnings what it told the user, as far as that is due each time
 * @param pages the files of the pages as it left them, by name; those are left out that may have changed since, unnoticed
 */
public record RenderRecord(
        String settings,
        String totals,
        String figures,
        boolean showsInstant,
        List<YearMonth> months,
        SortedMap<String, Integer> markers,
        List<String> warnings,
        Map<String, Page> pages) {

    /**
     * A page.
     *
     * @param version its file
     * @param marked whether it holds markers, or places for them
     */
    public record Page(FileVersion version, boolean marked) {}

    public RenderRecord {
        requireNonNull(settings, "settings");
        requireNonNull(totals, "totals");
        requireNonNull(figures, "figures");
    }

    RenderRecord withPages(Map<String, Page> newPages) {
        return new RenderRecord(settings, totals, figures, showsInstant, months, markers, warnings, newPages);
    }

    /** Whether a page holds no marker, for all that is known without reading it. */
    boolean isUnmarked(String name, FileVersion version) {
        var page = pages.get(name);
        return page != null && !page.marked() && page.version().equals(version);
    }

    /** How many pages hold markers. */
    public int marked() {
        return (int) pages.values().stream().filter(Page::marked).count();
    }
}
