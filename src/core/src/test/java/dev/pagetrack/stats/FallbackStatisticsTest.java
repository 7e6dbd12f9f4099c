package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.stats.StatisticsSource.Months;
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

class FallbackStatisticsTest {

    private static final Instant THEN = Instant.parse("2026-03-02T03:04:05Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-05T03:04:04Z"), ZoneOffset.UTC);
    private static final Months NO_MONTHS = (asOf, totals) -> Set.of();
    private static final Months MARCH = (asOf, totals) -> Set.of(YearMonth.from(asOf.atZone(ZoneOffset.UTC)));

    private static final StatisticsSource TABLE = months -> {
        var held = new TreeMap<YearMonth, SortedMap<String, DailyViews>>();
        months.of(THEN, new TreeMap<>()).forEach(month -> held.put(month, new TreeMap<>()));
        return new Snapshot(THEN, new TreeMap<>(), held);
    };
    private static final StatisticsSource UNAVAILABLE = months -> {
        throw new StatisticsUnavailableException("The table is unavailable.");
    };

    @TempDir
    Path folder;

    private final List<String> messages = new ArrayList<>();
    private SnapshotFile file;

    @BeforeEach
    void nameFile() {
        file = new SnapshotFile(folder.resolve("snapshot.json"));
    }

    @Test
    void writesTheFiguresOfTheTableToTheSnapshot() {
        var snapshot = of(TABLE, OnUnavailable.WARN).read(MARCH);

        assertThat(snapshot.asOf()).isEqualTo(THEN);
        assertThat(file.read()).contains(snapshot);
        assertThat(messages).isEmpty();
    }

    @Test
    void readsTheSnapshotAhead() throws IOException {
        assertThatThrownBy(() -> fallback().readAhead().read(MARCH))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith("There is no snapshot " + file.path());
        var first = of(TABLE, OnUnavailable.WARN).read(MARCH);

        var ahead = fallback().readAhead();
        assertThat(ahead.read(MARCH)).isEqualTo(first);
        Files.writeString(file.path(), "{");
        assertThat(ahead.read(MARCH)).isEqualTo(first);
        var damaged = fallback().readAhead();
        assertThatThrownBy(() -> damaged.read(MARCH))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The snapshot " + file.path() + " cannot be used: it is damaged");
    }

    @Test
    void usesTheLastSnapshotAndReportsItsAge() {
        var fallback = of(TABLE, OnUnavailable.WARN).read(MARCH);

        assertThat(of(UNAVAILABLE, OnUnavailable.WARN).read(MARCH)).isEqualTo(fallback);
        assertThat(messages)
                .containsExactly("The table is unavailable. So the snapshot " + file.path()
                        + " is used: its figures are from 2026-03-02T03:04:05Z, 2 days old.");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoFiguresWithoutASnapshot(OnUnavailable rule) {
        assertThatThrownBy(() -> of(UNAVAILABLE, rule).read(NO_MONTHS))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith(
                        rule == OnUnavailable.WARN
                                ? "The table is unavailable. There is no snapshot " + file.path()
                                : "The table is unavailable.");
    }

    @ParameterizedTest
    @EnumSource(names = "WARN", mode = EnumSource.Mode.EXCLUDE)
    void usesTheSnapshotOnlyWithTheRuleWarn(OnUnavailable rule) {
        of(TABLE, rule).read(NO_MONTHS);

        assertThatThrownBy(() -> of(UNAVAILABLE, rule).read(NO_MONTHS)).hasMessage("The table is unavailable.");
    }

    @Test
    void doesNotTreatAnUnknownMonthAsEmpty() {
        of(TABLE, OnUnavailable.WARN).read(NO_MONTHS);

        assertThatThrownBy(() -> of(UNAVAILABLE, OnUnavailable.WARN).read(MARCH))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageContaining(
                        "of 2026-03-02T03:04:05Z does not contain the months [2026-03], which the markers need.");
    }

    @Test
    void refusesADamagedSnapshot() throws Exception {
        Files.writeString(file.path(), "{");

        assertThatThrownBy(() -> of(UNAVAILABLE, OnUnavailable.WARN).read(NO_MONTHS))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readsOnlyTheSnapshotWhenOffline() {
        var fallback = of(TABLE, OnUnavailable.FAIL).read(NO_MONTHS);

        assertThat(FallbackStatistics.offline(fallback(), NOW, messages::add).read(NO_MONTHS))
                .isEqualTo(fallback);
        assertThat(messages)
                .containsExactly("Offline: the snapshot " + file.path()
                        + " is used: its figures are from 2026-03-02T03:04:05Z, 2 days old.");
    }

    @Test
    void reportsThatItIsOfflineWhenThereIsNoSnapshot() {
        var offline = FallbackStatistics.offline(fallback(), NOW, messages::add);
        assertThatThrownBy(() -> offline.read(NO_MONTHS))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessageStartingWith("Offline (mvn -o or pagetrack.offline), so the table is not read."
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
    void describesAgesInWords(Instant then, String age) {
        assertThat(Age.between(then, NOW.instant())).isEqualTo(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WARN", "ignore"})
    void refusesOtherRules(String text) {
        assertThat(OnUnavailable.parse("skip")).isEqualTo(OnUnavailable.SKIP);
        assertThatThrownBy(() -> OnUnavailable.parse(text)).hasMessage("'" + text + "': use warn, fail or skip");
    }

    private SnapshotStatistics fallback() {
        return new SnapshotStatistics(file, new SnapshotSource("PageTrackTable", Optional.empty()));
    }

    private FallbackStatistics of(StatisticsSource table, OnUnavailable rule) {
        return new FallbackStatistics(table, fallback(), rule, NOW, messages::add);
    }
}
