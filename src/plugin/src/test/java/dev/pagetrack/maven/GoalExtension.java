package dev.pagetrack.maven;

import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Maven's test harness, with the test's temporary folder as the project's folder: {@code @Basedir} can only name a
 * fixed folder.
 */
final class GoalExtension extends MojoExtension {

    @Override
    protected void setTestBasedir(String ignored, ExtensionContext context) {
        var test = (GoalTest) context.getRequiredTestInstance();
        super.setTestBasedir(test.folder.toString(), context);
    }
}
