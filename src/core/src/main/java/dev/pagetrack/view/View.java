package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * One counted request for a page. It holds no address, no user agent and no request id.
 *
 * @param page the page path
 * @param second when, in seconds since 1970 UTC
 * @param id 39 digits that tell it from every other view of that page and second
 * @param browser the browser's family
 * @param country ISO 3166-1 alpha-2, or empty if the log does not tell
 * @param referrer the host the reader came from, or empty for none and for the site itself
 */
public record View(String page, long second, String id, String browser, String country, String referrer)
        implements Verdict {

    /** By page, then by time: the order in which views are written. */
    public static final Comparator<View> ORDER =
            Comparator.comparing(View::page).thenComparingLong(View::second).thenComparing(View::id);

    public View {
        requireNonNull(page, "page");
        requireNonNull(id, "id");
        requireNonNull(browser, "browser");
        requireNonNull(country, "country");
        requireNonNull(referrer, "referrer");
    }

    /** The UTC month it is counted in. */
    public YearMonth month() {
        return YearMonth.from(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    /** The UTC day of that month, 1 to 31. */
    public int day() {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).getDayOfMonth();
    }
}
