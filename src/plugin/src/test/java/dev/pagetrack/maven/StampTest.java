package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.SampleLog;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class StampTest extends GoalTest {

    private static final long SECOND = 1_662_606_144;

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @Test
    @MojoParameter(name = "logs", value = "logs")
    void changesHowLongRawViewsAreKept(
            @InjectMojo(goal = "ingest") IngestMojo ingest,
            @InjectMojo(goal = "stamp") @MojoParameter(name = "retention", value = "36500") StampMojo stamp)
            throws Exception {
        new SampleLog().views("/a/", SECOND, SECOND + 1).write(folder.resolve("logs/one"));
        ingest.execute();
        stamp.execute();
        stamp.execute();
        assertThat(build().log().lines())
                .contains(
                        "info Stamped 2 of 2 raw views of 1 page: raw views expire after 36,500 days.",
                        "info Stamped 0 of 2 raw views of 1 page: raw views expire after 36,500 days.");
    }

    @Test
    void needsARetention(@InjectMojo(goal = "stamp") StampMojo stamp) {
        assertThatThrownBy(stamp::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("<retention> (pagetrack.retention) is missing: ");
    }

    @Test
    void refusesANegativeRetention(
            @InjectMojo(goal = "stamp") @MojoParameter(name = "retention", value = "-3") StampMojo stamp) {
        assertThatThrownBy(stamp::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "<retention> (pagetrack.retention) is -3: write a number of days from 1 to 36500, or leave it"
                                + " out to keep raw views for ever.");
    }
}
