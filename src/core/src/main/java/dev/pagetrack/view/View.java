package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * A request that counts as a view of a page. It holds no address, no user agent and no request id.
 *
 * @param page the page path
 * @param second the time in seconds since 1970 UTC
 * @param id 39 digits, unique among the views of the same page and second
 * @param browser the label of the browser family
 * @param country the country code (ISO 3166-1 alpha-2), or empty if it is unknown
 * @param referrer the host that the reader came from; empty if there is none, or if it is the site itself
 */
public record View(String page, long second, String id, String browser, String country, String referrer)
        implements Verdict {

    /** Orders views by page, then by time. Views are written in this order. */
    public static final Comparator<View> ORDER =
            Comparator.comparing(View::page).thenComparingLong(View::second).thenComparing(View::id);

    public View {
        requireNonNull(page, "page");
        requireNonNull(id, "id");
        requireNonNull(browser, "browser");
        requireNonNull(country, "country");
        requireNonNull(referrer, "referrer");
    }

    /** The UTC month in which it counts. */
    public YearMonth month() {
        return YearMonth.from(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    /** The UTC day of the month, 1 to 31. */
    public int day() {
        return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).getDayOfMonth();
    }
}
