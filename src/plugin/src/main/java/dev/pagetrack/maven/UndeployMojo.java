package dev.pagetrack.maven;

import dev.pagetrack.deploy.Pause;
import dev.pagetrack.deploy.Removal;
import org.apache.maven.plugins.annotations.Mojo;

/** Removes what {@code deploy} has created. The table stays, and so do the buckets with the logs and the code. */
@Mojo(name = "undeploy", requiresProject = false, threadSafe = true)
public class UndeployMojo extends AbstractStackMojo {

    @Override
    void run() {
        try (var aws = aws()) {
            new Removal(aws, Pause::sleep, getLog()::info).run(stackName(), isDryRun());
        }
    }
}
