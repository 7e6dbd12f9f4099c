package dev.pagetrack.render.record;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.site.FileVersion;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a rendering did. From it the next rendering sees that there is nothing to do. It only saves work: whatever
 * differs from it is read again.
 *
 * @param settings the {@link InputsDigest} of the settings, the templates and this program
 * @param totals the digest of the totals that it used, and of their day
 * @param figures the digest of the totals and the months that it used
 * @param showsInstant whether a widget shows the instant of the figures, so that comparing their day is not enough
 * @param months the months it needed
 * @param markers how many markers it filled, by widget
 * @param warnings its warnings, without those that are due only once
 * @param notes its notes
 * @param pages the files of the pages as it left them, by name, without those that may have changed unnoticed since
 */
public record RenderRecord(
        String settings,
        String totals,
        String figures,
        boolean showsInstant,
        List<YearMonth> months,
        SortedMap<String, Integer> markers,
        List<String> warnings,
        List<String> notes,
        Map<String, Page> pages) {

    /**
     * A page.
     *
     * @param version the version of its file
     * @param marked whether it holds markers, or places for injected ones
     */
    public record Page(FileVersion version, boolean marked) {}

    public RenderRecord {
        requireNonNull(settings, "settings");
        requireNonNull(totals, "totals");
        requireNonNull(figures, "figures");
    }

    RenderRecord withPages(Map<String, Page> newPages) {
        return new RenderRecord(settings, totals, figures, showsInstant, months, markers, warnings, notes, newPages);
    }

    /** The same record with the messages of the rendering. */
    public RenderRecord withMessages(List<String> newWarnings, List<String> newNotes) {
        return new RenderRecord(settings, totals, figures, showsInstant, months, markers, newWarnings, newNotes, pages);
    }

    /** Whether a page is known to hold no marker, without reading it. */
    boolean isUnmarked(String name, FileVersion version) {
        var page = pages.get(name);
        return page != null && !page.marked() && page.version().equals(version);
    }

    /** How many pages hold markers. */
    public int marked() {
        return (int) pages.values().stream().filter(Page::marked).count();
    }
}
