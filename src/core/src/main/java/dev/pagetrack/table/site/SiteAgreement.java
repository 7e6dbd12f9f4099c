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
 * What all runs of a site have agreed on, as its {@code META} item holds it.
 *
 * @param retention how long raw views are kept, if not for ever
 * @param complete from when on every counted view has its raw view, if some have expired
 * @param changedPolicy the parameters of the view policy that differ from those of the run before
 */
public record SiteAgreement(Optional<Retention> retention, Optional<Instant> complete, Set<String> changedPolicy) {

    public SiteAgreement {
        requireNonNull(retention, "retention");
        requireNonNull(complete, "complete");
        changedPolicy = Set.copyOf(changedPolicy);
    }

    /** Views before this must not be counted: whether they were counted before cannot be told any more. */
    public Instant horizon(Clock clock) {
        var byAge = retention.map(kept -> kept.horizon(clock)).orElse(Instant.MIN);
        return complete.filter(byAge::isBefore).orElse(byAge);
    }

    /** The first UTC day whose raw views are all there; empty if none ever expired. */
    public Optional<LocalDate> firstWholeDay(Clock clock) {
        return Optional.of(horizon(clock))
                .filter(horizon -> !horizon.equals(Instant.MIN))
                .map(horizon -> LocalDate.ofInstant(horizon, ZoneOffset.UTC));
    }

    /**
     * What a run asks for.
     *
     * @param retention how long raw views are to be kept; as before if it is left out
     * @param policy the parameters of the view policy, each with what stands for its value
     */
    public record Wanted(Optional<Retention> retention, Map<String, String> policy) {

        public Wanted {
            requireNonNull(retention, "retention");
            policy = Map.copyOf(policy);
        }
    }
}
