package dev.pagetrack.maven;

import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests that create and configure goals as Maven does, in a project of their own. */
@ExtendWith(GoalExtension.class)
abstract class GoalTest {

    @TempDir
    Path folder;

    private @Nullable TestBuild build;

    /** Creates the build that the goals run in. Called once for each test. */
    TestBuild newBuild() {
        return TestBuild.of(folder);
    }

    final TestBuild build() {
        if (build == null) {
            build = newBuild();
        }
        return build;
    }

    @Provides
    MavenProject project() {
        return build().project();
    }

    @Provides
    MavenSession session() {
        return build().session();
    }

    @Provides
    MojoExecution execution() {
        return build().run("render");
    }

    @Provides
    Log log() {
        return build().log();
    }
}
