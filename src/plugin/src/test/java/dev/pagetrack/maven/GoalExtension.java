package dev.pagetrack.maven;

import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Maven's test harness, with the project in the test's own folder: its {@code @Basedir} can only name a fixed one. */
final class GoalExtension extends MojoExtension {

    @Override
    protected void setTestBasedir(String ignored, ExtensionContext context) {
        var test = (GoalTest) context.getRequiredTestInstance();
        super.setTestBasedir(test.folder.toString(), context);
    }
}
