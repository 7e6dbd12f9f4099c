package dev.pagetrack.stats;

import java.time.Clock;
import java.util.function.Consumer;

/**
 * Figures from the table, kept as a snapshot for the time when the table is away.
 *
 * @param table where figures come from
 * @param kept its file is written after each successful reading
 * @param rule what to do when the table cannot be read
 * @param clock tells the age of the snapshot that is used then
 * @param warnings takes a sentence that says so
 */
public record KeptStatistics(
        StatisticsSource table, SnapshotStatistics kept, OnUnavailable rule, Clock clock, Consumer<String> warnings)
        implements StatisticsSource {

    /**
     * Figures from the snapshot alone: the network is not touched.
     *
     * @param kept the snapshot
     * @param clock tells its age
     * @param messages takes a sentence that says that it is used
     */
    public static StatisticsSource offline(SnapshotStatistics kept, Clock clock, Consumer<String> messages) {
        return months -> {
            var snapshot = readOffline(kept, months);
            messages.accept("Offline: " + used(kept, snapshot, clock));
            return snapshot;
        };
    }

    private static Snapshot readOffline(SnapshotStatistics kept, Months months) {
        try {
            return kept.read(months);
        } catch (StatisticsUnavailableException e) {
            throw new StatisticsUnavailableException(
                    "Offline (mvn -o or pagetrack.offline), so the table is not asked. " + e.getMessage(), e);
        }
    }

    @Override
    public Snapshot read(Months months) {
        try {
            var snapshot = table.read(months);
            kept.file().write(snapshot);
            return snapshot;
        } catch (StatisticsUnavailableException e) {
            if (rule != OnUnavailable.WARN) {
                throw e;
            }
            return lastRead(months, e);
        }
    }

    private Snapshot lastRead(Months months, StatisticsUnavailableException away) {
        try {
            var snapshot = kept.read(months);
            warnings.accept(away.getMessage() + " So " + used(kept, snapshot, clock));
            return snapshot;
        } catch (StatisticsUnavailableException e) {
            throw new StatisticsUnavailableException(away.getMessage() + " " + e.getMessage(), away);
        }
    }

    private static String used(SnapshotStatistics kept, Snapshot snapshot, Clock clock) {
        return "the snapshot " + kept.file().path() + " is used: its figures are of " + snapshot.asOf() + ", "
                + Age.between(snapshot.asOf(), clock.instant()) + ".";
    }
}
