package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.view.SampleAgents.Labelled;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample of user agents with labels: each must count exactly as its label says. */
class LabelledAgentsTest {

    private static final Set<String> KINDS_OF_READERS =
            Set.of("desktop", "text-browser", "mobile", "device", "television", "console", "in-app");

    private static final Set<String> KINDS_OF_PROGRAMS =
            Set.of("search", "seo", "ai-agent", "library", "monitor", "feed-reader", "preview", "headless", "attack");

    @Test
    void everyAgentCountsAsItsLabelSays() {
        assertThat(SampleAgents.labelled()).allSatisfy(labelled -> {
            var agent = labelled.agent();
            var rejection = BotList.bundled().rejection(agent, 0, agent.length);
            assertThat(rejection == null ? "reader" : rejection.label())
                    .as("%s %s", labelled.kind(), SampleAgents.text(agent))
                    .isEqualTo(labelled.expected());
        });
    }

    /** Keeps a change of the sample from hiding a change of the list. */
    @Test
    void theSampleHasEnoughAgentsOfEveryKindAndNoReaderAmongPrograms() {
        var sample = SampleAgents.labelled();
        assertThat(sample).hasSizeGreaterThanOrEqualTo(500);
        assertThat(sample.stream().map(labelled -> SampleAgents.text(labelled.agent())))
                .doesNotHaveDuplicates();
        assertThat(kinds(sample, true)).isEqualTo(KINDS_OF_READERS);
        assertThat(kinds(sample, false)).isEqualTo(KINDS_OF_PROGRAMS);
        assertThat(sample.stream().collect(Collectors.groupingBy(Labelled::kind, Collectors.counting())))
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(5));
    }

    private static Set<String> kinds(List<Labelled> sample, boolean person) {
        return sample.stream()
                .filter(labelled -> labelled.isPerson() == person)
                .map(Labelled::kind)
                .collect(Collectors.toSet());
    }
}
