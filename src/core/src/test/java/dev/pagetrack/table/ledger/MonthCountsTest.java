package dev.pagetrack.table.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthCountsTest {

    @Test
    void givesTheMostFrequentValuesNamesWhileThereIsRoom() {
        var counts = new HashMap<String, Long>();
        for (long i = 1; i <= 12; i++) {
            counts.put("browser" + i, i);
        }
        assertThat(new MonthCounts(Map.of()).capped(ViewProperty.BROWSER, counts))
                .hasSize(11)
                .containsEntry("B#browser12", 12L)
                .containsEntry("B#browser3", 3L)
                .containsEntry("B#other", 1L + 2L);
    }

    @Test
    void doesNotCountOtherTowardsTheCap() {
        var names = new MonthCounts(
                Stream.of("Views", "D01", "B#1", "B#2", "B#3", "B#4", "B#5", "B#6", "B#7", "B#8", "B#9", "B#other")
                        .collect(Collectors.toMap(name -> name, name -> 1L)));
        assertThat(names.capped(ViewProperty.BROWSER, Map.of("10", 1L))).containsExactly(Map.entry("B#10", 1L));
        assertThat(names.capped(ViewProperty.BROWSER, Map.of("11", 1L, "10", 2L)))
                .containsExactly(Map.entry("B#10", 2L), Map.entry("B#other", 1L));
    }
}
