package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.WrongSettingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
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

    @Test
    void nothingInvisibleComesToTheConsole() throws ReflectiveOperationException {
        var lines = new ArrayList<String>();
        var goal = new CreateTableMojo() {
            @Override
            void run() {
                getLog().warn("page \u202egpj.exe\u001b[2J: 1 view\nnext");
                throw new WrongSettingException("no page '\u009b31m\u200b'", new IOException("in '\u2066'"));
            }
        };
        set(goal, "session", session());
        set(goal, "execution", execution());
        goal.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence text) {
                lines.add(text.toString());
            }
        });
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("no page '\\u009b31m\\u200b'")
                .satisfies(failure -> {
                    var trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString())
                            .contains("java.io.IOException: in '\\u2066'", "InternalErrorTest")
                            .doesNotContain("\u009b", "\u200b", "\u2066");
                });
        assertThat(lines).containsExactly("page \\u202egpj.exe\\u001b[2J: 1 view\nnext");
    }

    private static void set(AbstractPageTrackMojo goal, String name, Object value) throws ReflectiveOperationException {
        var field = AbstractPageTrackMojo.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(goal, value);
    }
}
