package dev.pagetrack.table.site;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.view.View;
import java.time.Instant;
import java.util.List;

/**
 * Views that the owner took out again. Ingestion does not count them, whatever log they are in.
 *
 * @param patterns patterns of the pages
 * @param from the first instant
 * @param to the end, exclusive
 */
public record ForgetRule(List<String> patterns, Instant from, Instant to) {

    public ForgetRule {
        patterns = List.copyOf(patterns);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (patterns.stream().anyMatch(pattern -> pattern.isBlank() || pattern.indexOf('\n') >= 0)) {
            throw new WrongSettingException(
                    "a pattern of pages is empty or has a line break: write one pattern for each <forget>"
                            + " (pagetrack.forget), separated by commas on the command line.");
        }
        if (patterns.isEmpty() || !from.isBefore(to)) {
            throw new WrongSettingException(
                    "nothing is selected: name at least one page, and a time that is not empty.");
        }
    }

    /** Selects the views of this rule, as fast as many views need it. */
    public Selection selection() {
        return new Selection(PagePatterns.of(patterns, List.of()), from.getEpochSecond(), to.getEpochSecond());
    }

    /**
     * The views that a rule selects.
     *
     * @param pages the pages
     * @param from the first epoch second
     * @param to the end, exclusive
     */
    public record Selection(PagePatterns pages, long from, long to) {

        public Selection {
            requireNonNull(pages, "pages");
        }

        public boolean contains(View view) {
            return view.second() >= from && view.second() < to && pages.matches(view.page());
        }
    }
}
