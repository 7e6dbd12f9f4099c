package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.deploy.AwsAccess;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works on the CloudFormation stack. */
abstract class AbstractStackMojo extends AbstractAwsMojo {

    /** The name of the CloudFormation stack. */
    @Parameter(property = "pagetrack.stackName", defaultValue = "pagetrack")
    private String stackName;

    /** Only reports what would change, and changes nothing. */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    private DeployArtifacts artifacts;

    final String stackName() {
        return stackName;
    }

    final boolean isDryRun() {
        return dryRun;
    }

    final DeployArtifacts artifacts() {
        return artifacts;
    }

    /**
     * Gives access to AWS. Classes that call CloudFormation must not be used before.
     *
     * @throws WrongSettingException if Maven is offline
     */
    final AwsAccess aws() throws MojoExecutionException {
        if (session().isOffline()) {
            throw new WrongSettingException(
                    "Maven is offline (-o), but this goal works only with AWS. Run it without -o.");
        }
        artifacts.addCloudFormation(session());
        return AwsAccess.open(connection());
    }

    static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
