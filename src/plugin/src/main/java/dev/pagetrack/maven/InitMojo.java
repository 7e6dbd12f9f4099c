package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.init.SetupSettings;
import dev.pagetrack.init.SiteSetup;
import dev.pagetrack.render.Generator;
import dev.pagetrack.render.SiteRootFinder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets a site up that is built, but not counted yet: finds the generator, and elements of the theme beside which numbers
 * belong; writes a small pom with rules for them, widgets, and a snippet for the generator's own templates; and shows
 * where what would be placed. It overwrites nothing and changes no page.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public class InitMojo extends AbstractPageTrackMojo {

    /** The folder of generated HTML. Without it, it is found as {@code render} finds it, or is the current folder. */
    @Parameter(property = "pagetrack.siteRoot")
    private File siteRoot;

    /** Where the widget is written. */
    @Parameter(property = "pagetrack.widgetDirectory", defaultValue = "${basedir}/src/pagetrack/widgets")
    private File widgetDirectory;

    /** Goes into the pom: the log files, as {@code ingest} takes them. With it, the build counts them first. */
    @Parameter(property = "pagetrack.logs")
    private String logs;

    /** Goes into the pom: {@code true} for a DynamoDB Local inside the build. */
    @Parameter(property = "pagetrack.embedded", defaultValue = "false")
    private boolean embedded;

    /** Goes into the pom: the AWS region of the table. */
    @Parameter(property = "pagetrack.region")
    private String region;

    /** Goes into the pom: the site's name in the table, when it serves several. */
    @Parameter(property = "pagetrack.siteId")
    private String siteId;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution plugin;

    @Override
    void run() throws IOException {
        var base = basedir().toPath();
        var finder = new SiteRootFinder(base, buildOutput());
        var generator = finder.generator();
        getLog().info("The generator: " + generator.map(Generator::name).orElse("none that is known, so plain HTML"));
        var settings = new SetupSettings(
                base,
                projectFile().orElse(base.resolve("pom.xml")),
                generator,
                root(base, finder),
                widgetDirectory.toPath(),
                plugin.getVersion(),
                configuration());
        new SiteSetup(settings, getLog()::info).run();
    }

    /** Not always called {@code pom.xml}: Maven's {@code -f} names any. */
    private Optional<Path> projectFile() {
        return Optional.ofNullable(session().getCurrentProject().getFile()).map(File::toPath);
    }

    private Path root(Path base, SiteRootFinder finder) {
        if (siteRoot != null) {
            return SiteRootFinder.requireFolder(siteRoot.toPath());
        }
        if (finder.generator().isEmpty() && Files.exists(base.resolve("index.html"))) {
            return base;
        }
        try {
            return finder.find();
        } catch (WrongSettingException e) {
            throw new WrongSettingException(
                    e.getMessage() + " Build the site before pagetrack:init: it reads the pages.", e);
        }
    }

    private Map<String, String> configuration() {
        var elements = new LinkedHashMap<String, String>();
        Optional.ofNullable(region).ifPresent(value -> elements.put("region", value));
        Optional.ofNullable(siteId).ifPresent(value -> elements.put("siteId", value));
        if (embedded) {
            elements.put("embedded", "true");
        }
        Optional.ofNullable(logs).ifPresent(value -> elements.put("logs", value));
        return elements;
    }
}
