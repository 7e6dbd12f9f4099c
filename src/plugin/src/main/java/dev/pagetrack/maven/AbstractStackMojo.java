package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.deploy.AwsAccess;
import dev.pagetrack.deploy.Pause;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that talks to AWS about the stack. */
abstract class AbstractStackMojo extends AbstractAwsMojo {

    /** The name of the stack in CloudFormation. */
    @Parameter(property = "pagetrack.stackName", defaultValue = "pagetrack")
    private String stackName;

    /** Only says what would change; nothing does. */
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
            throw new WrongSettingException("Maven is offline (-o), and this goal is about nothing but AWS.");
        }
        return AwsAccess.open(connection(), Clock.systemUTC(), Pause::sleep);
    }
}
