package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.generator.Generator;
import dev.pagetrack.generator.SiteRootFinder;
import dev.pagetrack.init.SetupSettings;
import dev.pagetrack.init.SiteSetup;
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
import org.jspecify.annotations.Nullable;

/**
 * Sets up pagetrack for a generated site. Finds the site's generator, and elements of the theme that view counts fit
 * beside. Writes a small pom with {@code <inject>} rules for them, widgets, and a snippet for the generator's own
 * templates, and shows where the widgets would be placed. It overwrites no file and changes no page.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public class InitMojo extends AbstractPageTrackMojo {

    /** The folder of the generated HTML. Default: the folder that {@code render} finds, or else the current folder. */
    @Parameter(property = "pagetrack.siteRoot")
    private @Nullable File siteRoot;

    /** The folder that the widgets are written to. */
    @Parameter(property = "pagetrack.widgetDirectory", defaultValue = "${basedir}/src/pagetrack/widgets")
    private File widgetDirectory;

    /** Written to the pom: the {@code logs} of {@code ingest}. With it, the build counts the logs before it renders. */
    @Parameter(property = "pagetrack.logs")
    private @Nullable String logs;

    /** Written to the pom: {@code true} to use DynamoDB Local inside the build. */
    @Parameter(property = "pagetrack.embedded", defaultValue = "false")
    private boolean embedded;

    /** Written to the pom: the AWS region of the table. */
    @Parameter(property = "pagetrack.region")
    private @Nullable String region;

    /** Written to the pom: the id of the site, for a table that several sites share. */
    @Parameter(property = "pagetrack.siteId")
    private @Nullable String siteId;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution plugin;

    @Override
    void run() throws IOException {
        var base = basedir().toPath();
        var finder = new SiteRootFinder(base, buildOutput());
        var generator = finder.generator();
        getLog().info("Generator: "
                + generator.map(Generator::name).orElse("none recognised, so the site is treated as plain HTML"));
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

    /** The project's pom, whose name may differ from {@code pom.xml}: Maven's {@code -f} accepts any name. */
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
                    e.getMessage() + " Build the site before you run pagetrack:init, which reads its pages.", e);
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
