package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.SampleLog;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class ForgetTest extends GoalTest {

    private static final long SECOND = 1_662_606_144;

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @Test
    @MojoParameter(name = "logs", value = "logs")
    void reportsFirstAndThenTakesViewsOutForGood(
            @InjectMojo(goal = "ingest") IngestMojo ingest,
            @InjectMojo(goal = "forget") @MojoParameter(name = "forget", value = "/drafts/**") ForgetMojo report,
            @InjectMojo(goal = "forget")
                    @MojoParameter(name = "forget", value = "/drafts/**")
                    @MojoParameter(name = "dryRun", value = "false")
                    ForgetMojo forget)
            throws Exception {
        new SampleLog()
                .views("/drafts/a/", SECOND, SECOND + 1)
                .views("/b/", SECOND)
                .write(folder.resolve("logs/one"));
        ingest.execute();
        report.execute();
        forget.sleeper = time -> {};
        forget.execute();
        new SampleLog().views("/drafts/a/", SECOND, SECOND + 1, SECOND + 2).write(folder.resolve("logs/two"));
        ingest.execute();
        assertThat(build().log().lines())
                .containsSubsequence(
                        "warn Without <forgetTo> (pagetrack.forgetTo), views of these pages will not count in the future"
                                + " either.",
                        "info 2 views of 1 page would be taken out:",
                        "info   drafts/a/ 2",
                        "info Nothing was changed. To take them out, add -Dpagetrack.dryRun=false.",
                        "info Waiting for 2 minutes, until running ingestions know that these views no longer count.",
                        "info 2 views of 1 page were taken out:",
                        "info   drafts/a/ 2")
                .anyMatch(
                        line -> line.contains("3") && line.contains("a view that was taken out with pagetrack:forget"));
    }

    @Test
    void needsPages(@InjectMojo(goal = "forget") ForgetMojo forget) {
        assertThatThrownBy(forget::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("<forget> (pagetrack.forget) is missing: ");
    }

    @Test
    void refusesATimeThatIsEmpty(
            @InjectMojo(goal = "forget")
                    @MojoParameter(name = "forget", value = "**")
                    @MojoParameter(name = "forgetFrom", value = "2026-05-02")
                    @MojoParameter(name = "forgetTo", value = "2026-05-02T00:00:00Z")
                    ForgetMojo forget) {
        assertThatThrownBy(forget::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<forgetTo> (pagetrack.forgetTo) is '2026-05-02T00:00:00Z', which is not after <forgetFrom>"
                        + " (pagetrack.forgetFrom) '2026-05-02'.");
    }
}
