package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the runs of a site have agreed on, while one of them is running. Another process may change it at any time:
 * {@code stamp} changes how long raw views are kept, {@code forget} takes views out. So a run reads it again before each
 * batch of views and each minute, and ends if it has changed. No condition in each transaction checks it, because all
 * transactions would then conflict on one item.
 */
public final class RunningTerms {

    /** How long terms are used without reading them again. */
    public static final Duration RECHECK = Duration.ofMinutes(1);

    /** After this time a view that was young enough at the start may have lost its raw view. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final OpenTable table;
    private final Clock clock;
    private final SiteAgreement agreement;
    private final Instant began;
    private final Instant horizon;
    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> read;
    private Instant checked;

    /**
     * Reads the terms.
     *
     * @param agreement what this run has just agreed on
     * @throws TableException if that has already changed again
     */
    public RunningTerms(OpenTable table, SiteAgreement agreement, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.agreement = agreement;
        this.began = clock.instant();
        this.horizon = agreement.horizon(clock);
        this.read = read();
        this.checked = began;
        if (!Meta.agreesWith(agreement, read.getOrDefault(table.attributes().meta(), Map.of()))) {
            throw changed();
        }
    }

    public SiteAgreement agreement() {
        return agreement;
    }

    /** The instant before which this run does not count views. */
    public Instant horizon() {
        return horizon;
    }

    /** The views that the owner took out. */
    public List<ForgetRule> forgotten() {
        return ForgetRules.of(read.getOrDefault(table.attributes().forgotten(), Map.of()));
    }

    /** The UTC day from which on views come from logs, if one was set. */
    public Optional<LocalDate> cutover() {
        return Optional.ofNullable(read.get(table.attributes().cutover()))
                .map(stored -> LocalDate.parse(Attributes.text(stored, Attributes.CUTOVER)));
    }

    /** Reads the terms again if a minute has passed since that was done. Call it before each request that writes views. */
    public synchronized void checkIfDue() {
        if (!clock.instant().isBefore(checked.plus(RECHECK))) {
            check();
        }
    }

    /**
     * Reads the terms again. Call it before each batch of views.
     *
     * @throws TableException if they have changed, or if the run has lasted too long for its horizon
     */
    public synchronized void check() {
        var now = clock.instant();
        if (!horizon.equals(Instant.MIN) && now.isAfter(began.plus(LONGEST))) {
            throw stopped("it has been running for more than a day, and meanwhile raw views have expired");
        }
        if (!read().equals(read)) {
            throw changed();
        }
        checked = now;
    }

    private static TableException changed() {
        return stopped("another process changed the retention, the cut-over or the forgotten views of this site");
    }

    private static TableException stopped(String why) {
        return new TableException("the ingestion was stopped: " + why
                + ". The table is consistent. Run the same command again to continue.");
    }

    private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> read() {
        var attributes = table.attributes();
        var items = table.items().get(List.of(attributes.meta(), attributes.cutover(), attributes.forgotten()), true);
        // Other runs change these at any time; no run depends on them.
        items.computeIfPresent(attributes.meta(), (key, item) -> Meta.terms(item));
        return items;
    }
}
