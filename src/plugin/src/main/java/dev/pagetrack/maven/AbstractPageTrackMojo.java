package dev.pagetrack.maven;

import dev.pagetrack.PlainText;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.deploy.DeployException;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.table.item.TableException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** The base of all goals: handles {@code skip}, checks the configuration, and translates exceptions. */
abstract class AbstractPageTrackMojo extends AbstractMojo {

    /** Skips the goal. */
    @Parameter(property = "pagetrack.skip", defaultValue = "false")
    private boolean skip;

    /** The project's folder, or the current folder if there is no pom. Relative paths are resolved against it. */
    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: <skip> (pagetrack.skip) is true.");
            return;
        }
        try {
            new ConfigurationCheck(session, execution, getLog()).run();
            run();
        } catch (RenderException | UnreadableLogException | WrongSettingException e) {
            throw new MojoFailureException(message(e), PlainLog.plain(e));
        } catch (TableException
                | DeployException
                | StatisticsUnavailableException
                | UncheckedIOException
                | IOException e) {
            throw new MojoExecutionException(message(e), PlainLog.plain(e));
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    "pagetrack failed because of a bug in pagetrack, not because of your configuration: "
                            + PlainText.escaped(e.toString())
                            + ". Please report it, with the output of Maven called with -e.",
                    PlainLog.plain(e));
        }
    }

    private static String message(Exception e) {
        return PlainText.escaped(String.valueOf(e.getMessage()));
    }

    /** The log of the goal. Everything that a goal says goes through it, but for the progress bar, which has no names. */
    @Override
    public Log getLog() {
        return new PlainLog(super.getLog());
    }

    /**
     * Does the goal's work.
     *
     * @throws WrongSettingException for a parameter that is wrong, with a message that names it
     * @throws IOException if a file cannot be read or written
     */
    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    final File basedir() {
        return basedir;
    }

    final MavenSession session() {
        return session;
    }

    /** The default output folder of site plugins such as JBake's; empty without a pom. */
    final Optional<Path> buildOutput() {
        var project = session.getCurrentProject();
        return project.getFile() == null
                ? Optional.empty()
                : Optional.of(Path.of(
                        project.getBuild().getDirectory(), project.getBuild().getFinalName()));
    }
}
