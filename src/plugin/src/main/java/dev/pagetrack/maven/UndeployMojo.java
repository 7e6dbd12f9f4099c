package dev.pagetrack.maven;

import dev.pagetrack.deploy.StackRemoval;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Deletes the stack that {@code deploy} created. The table stays, and so do the buckets with the logs and the functions'
 * code.
 */
@Mojo(name = "undeploy", requiresProject = false, threadSafe = true)
public class UndeployMojo extends AbstractStackMojo {

    @Override
    void run() throws MojoExecutionException {
        try (var aws = aws()) {
            new StackRemoval(aws, AbstractStackMojo::sleep, getLog()::info).run(stackName(), isDryRun());
        }
    }
}
