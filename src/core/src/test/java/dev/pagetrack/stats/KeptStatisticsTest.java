package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.stats.StatisticsSource.Months;
import dev.pagetrack.table.DailyViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptStatisticsTest {

    private static final Instant THEN = Instant.parse("2026-03-02T03:04:05Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-05T03:04:04Z"), ZoneOffset.UTC);
    private static final Months NO_MONTHS = (asOf, totals) -> Set.of();
    private static final Months MARCH = (asOf, totals) -> Set.of(YearMonth.from(asOf.atZone(ZoneOffset.UTC)));

    private static final StatisticsSource TABLE = months -> {
        var held = new TreeMap<YearMonth, SortedMap<String, DailyViews>>();
        months.of(THEN, new TreeMap<>()).forEach(month -> held.put(month, new TreeMap<>()));
        return new Snapshot(THEN, new TreeMap<>(), held);
    };
    private static final StatisticsSource AWAY = months -> {
        throw new StatisticsUnavailableException("The table is away.");
    };

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private SnapshotFile file;

    @BeforeEach
    void nameFile() {
        file = new SnapshotFile(folder.resolve("snapshot.json"));
    }

    @Test
    void keepsWhatTheTableSaid() {
        var snapshot = of(TABLE, OnUnavailable.WARN).read(MARCH);

        assertThat(snapshot.asOf()).isEqualTo(THEN);
        assertThat(file.read()).contains(snapshot);
        assertThat(said).isEmpty();
    }

    @Test
    void readsTheSnapshotAheadAsItIs() throws IOException {
        assertThatThrownBy(() -> kept().readAhead().read(MARCH))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith("There is no snapshot " + file.path());
        var first = of(TABLE, OnUnavailable.WARN).read(MARCH);

        var ahead = kept().readAhead();
        assertThat(ahead.read(MARCH)).isEqualTo(first);
        Files.writeString(file.path(), "{");
        assertThat(ahead.read(MARCH)).isEqualTo(first);
        var damaged = kept().readAhead();
        assertThatThrownBy(() -> damaged.read(MARCH))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The snapshot " + file.path() + " cannot be used: it is damaged");
    }

    @Test
    void usesTheLastSnapshotAndSaysItsAge() {
        var kept = of(TABLE, OnUnavailable.WARN).read(MARCH);

        assertThat(of(AWAY, OnUnavailable.WARN).read(MARCH)).isEqualTo(kept);
        assertThat(said)
                .containsExactly("The table is away. So the snapshot " + file.path()
                        + " is used: its figures are of 2026-03-02T03:04:05Z, 2 days old.");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoFiguresWithoutASnapshot(OnUnavailable rule) {
        assertThatThrownBy(() -> of(AWAY, rule).read(NO_MONTHS))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith(
                        rule == OnUnavailable.WARN
                                ? "The table is away. There is no snapshot " + file.path()
                                : "The table is away.");
    }

    @ParameterizedTest
    @EnumSource(names = "WARN", mode = EnumSource.Mode.EXCLUDE)
    void usesNoSnapshotUnlessItMay(OnUnavailable rule) {
        of(TABLE, rule).read(NO_MONTHS);

        assertThatThrownBy(() -> of(AWAY, rule).read(NO_MONTHS)).hasMessage("The table is away.");
    }

    @Test
    void takesNoMonthThatIsUnknownForEmpty() {
        of(TABLE, OnUnavailable.WARN).read(NO_MONTHS);

        assertThatThrownBy(() -> of(AWAY, OnUnavailable.WARN).read(MARCH))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageContaining("of 2026-03-02T03:04:05Z does not hold [2026-03], which the markers ask for.");
    }

    @Test
    void doesNotPassOverADamagedSnapshot() throws Exception {
        Files.writeString(file.path(), "{");

        assertThatThrownBy(() -> of(AWAY, OnUnavailable.WARN).read(NO_MONTHS)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readsTheSnapshotAloneWhenOffline() {
        var kept = of(TABLE, OnUnavailable.FAIL).read(NO_MONTHS);

        assertThat(KeptStatistics.offline(kept(), NOW, said::add).read(NO_MONTHS))
                .isEqualTo(kept);
        assertThat(said)
                .containsExactly("Offline: the snapshot " + file.path()
                        + " is used: its figures are of 2026-03-02T03:04:05Z, 2 days old.");
    }

    @Test
    void saysThatItIsOfflineWhenThereIsNoSnapshot() {
        var offline = KeptStatistics.offline(kept(), NOW, said::add);
        assertThatThrownBy(() -> offline.read(NO_MONTHS))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith("Offline (mvn -o or pagetrack.offline), so the table is not asked."
                        + " There is no snapshot " + file.path());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T03:04:04Z, just read",
        "2026-03-06T00:00:00Z, just read",
        "2026-03-05T03:02:04Z, 2 minutes old",
        "2026-03-05T01:04:04Z, 2 hours old",
        "2026-03-03T03:04:05Z, 47 hours old",
        "2025-03-05T03:04:04Z, 365 days old",
    })
    void saysAgesInWords(Instant then, String age) {
        assertThat(Age.between(then, NOW.instant())).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WARN", "ignore"})
    void refusesOtherRules(String text) {
        assertThat(OnUnavailable.parse("skip")).isEqualTo(OnUnavailable.SKIP);
        assertThatThrownBy(() -> OnUnavailable.parse(text)).hasMessage("'" + text + "': use warn, fail or skip");
    }

    private SnapshotStatistics kept() {
        return new SnapshotStatistics(file, new SnapshotSource("PageTrackTable", Optional.empty()));
    }

    private KeptStatistics of(StatisticsSource table, OnUnavailable rule) {
        return new KeptStatistics(table, kept(), rule, NOW, said::add);
    }
}
