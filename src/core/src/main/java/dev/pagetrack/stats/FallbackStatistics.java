package dev.pagetrack.stats;

import java.time.Clock;
import java.util.function.Consumer;

/**
 * Figures from the table, or from the last snapshot if the table cannot be read. Each successful reading writes the
 * snapshot.
 *
 * @param table the source of figures
 * @param fallback the snapshot
 * @param rule what to do when the table cannot be read
 * @param clock the current time, to compute the age of the snapshot
 * @param warnings receives a message when the snapshot is used
 */
public record FallbackStatistics(
        StatisticsSource table, SnapshotStatistics fallback, OnUnavailable rule, Clock clock, Consumer<String> warnings)
        implements StatisticsSource {

    /**
     * Figures from the snapshot alone, without the network.
     *
     * @param fallback the snapshot
     * @param clock the current time, to compute the age of the snapshot
     * @param messages receives a message that the snapshot is used
     */
    public static StatisticsSource offline(SnapshotStatistics fallback, Clock clock, Consumer<String> messages) {
        return months -> {
            var snapshot = readOffline(fallback, months);
            messages.accept("Offline: " + usedMessage(fallback, snapshot, clock));
            return snapshot;
        };
    }

    private static Snapshot readOffline(SnapshotStatistics fallback, Months months) {
        try {
            return fallback.read(months);
        } catch (StatisticsUnavailableException e) {
            throw new StatisticsUnavailableException(
                    "Offline (mvn -o or pagetrack.offline), so the table is not read. " + e.getMessage(), e);
        }
    }

    @Override
    public Snapshot read(Months months) {
        try {
            var snapshot = table.read(months);
            fallback.file().write(snapshot);
            return snapshot;
        } catch (StatisticsUnavailableException e) {
            if (rule != OnUnavailable.WARN) {
                throw e;
            }
            return readFallback(months, e);
        }
    }

    private Snapshot readFallback(Months months, StatisticsUnavailableException unavailable) {
        try {
            var snapshot = fallback.read(months);
            warnings.accept(unavailable.getMessage() + " So " + usedMessage(fallback, snapshot, clock));
            return snapshot;
        } catch (StatisticsUnavailableException e) {
            throw new StatisticsUnavailableException(unavailable.getMessage() + " " + e.getMessage(), unavailable);
        }
    }

    private static String usedMessage(SnapshotStatistics fallback, Snapshot snapshot, Clock clock) {
        return "the snapshot " + fallback.file().path() + " is used: its figures are from " + snapshot.asOf() + ", "
                + Age.between(snapshot.asOf(), clock.instant()) + ".";
    }
}
