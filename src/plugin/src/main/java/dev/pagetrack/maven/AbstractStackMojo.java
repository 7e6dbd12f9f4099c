package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.deploy.AwsAccess;
import dev.pagetrack.deploy.Pause;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works on the CloudFormation stack. */
abstract class AbstractStackMojo extends AbstractAwsMojo {

    /** The name of the CloudFormation stack. */
    @Parameter(property = "pagetrack.stackName", defaultValue = "pagetrack")
    private String stackName;

    /** Only reports what would change, and changes nothing. */
    @Parameter(property = "pagetrack.dryRun", defaultValue = "false")
    private boolean dryRun;

    final String stackName() {
        return stackName;
    }

    final boolean isDryRun() {
        return dryRun;
    }

    /** @throws WrongSettingException if Maven is offline */
    final AwsAccess aws() {
        if (session().isOffline()) {
            throw new WrongSettingException(
                    "Maven is offline (-o), but this goal works only with AWS. Run it without -o.");
        }
        return AwsAccess.open(connection(), Clock.systemUTC(), Pause::sleep);
    }
}
