package dev.pagetrack.table.site;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that all runs of a site have agreed on. They are stored in its {@code META} item.
 *
 * @param retention how long raw views are kept; empty if for ever
 * @param complete the instant from which every counted view has its raw view, if an earlier retention let some expire
 * @param changedPolicy the parameters of the view policy that differ from those of the previous run
 */
public record SiteAgreement(Optional<Retention> retention, Optional<Instant> complete, Set<String> changedPolicy) {

    public SiteAgreement {
        requireNonNull(retention, "retention");
        requireNonNull(complete, "complete");
        changedPolicy = Set.copyOf(changedPolicy);
    }

    /** Returns the instant before which views must not be counted, because it is unknown whether they already were. */
    public Instant horizon(Clock clock) {
        var byAge = retention.map(kept -> kept.horizon(clock)).orElse(Instant.MIN);
        return complete.filter(byAge::isBefore).orElse(byAge);
    }

    /** Returns the first UTC day whose raw views all exist; empty if none ever expired. */
    public Optional<LocalDate> firstWholeDay(Clock clock) {
        return Optional.of(horizon(clock))
                .filter(horizon -> !horizon.equals(Instant.MIN))
                .map(horizon -> LocalDate.ofInstant(horizon, ZoneOffset.UTC));
    }

    /**
     * The settings of one run.
     *
     * @param retention how long raw views are to be kept; as stored if it is empty
     * @param policy the parameters of the view policy, each with a hash of its value
     */
    public record Wanted(Optional<Retention> retention, Map<String, String> policy) {

        public Wanted {
            requireNonNull(retention, "retention");
            policy = Map.copyOf(policy);
        }
    }
}
