package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** An unexpected exception is reported as a bug in pagetrack, not as a mistake of the user. */
class InternalErrorTest extends GoalTest {

    @Test
    void unexpectedExceptionsAreReportedAsBugs() throws ReflectiveOperationException {
        var goal = new CreateTableMojo() {
            @Override
            void run() {
                throw new IllegalArgumentException("a month has no 32 days");
            }
        };
        set(goal, "session", session());
        set(goal, "execution", execution());
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pagetrack failed because of a bug in pagetrack, not because of your configuration:"
                        + " java.lang.IllegalArgumentException: a month has no 32 days. Please report it, with the"
                        + " output of Maven called with -e.");
    }

    private static void set(AbstractPageTrackMojo goal, String name, Object value) throws ReflectiveOperationException {
        var field = AbstractPageTrackMojo.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(goal, value);
    }
}
