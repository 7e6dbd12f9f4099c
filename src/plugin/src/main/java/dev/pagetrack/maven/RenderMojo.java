package dev.pagetrack.maven;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.RenderReport;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.Renderer;
import dev.pagetrack.render.SiteRoot;
import dev.pagetrack.render.SiteRootFinder;
import dev.pagetrack.stats.StatisticsSource;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fills the markers in the generated HTML with view counts and lists of the most viewed pages. Only what is inside
 * markers changes; a second run changes nothing.
 */
@Mojo(name = "render", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public class RenderMojo extends AbstractStatisticsMojo {

    /**
     * The folder of generated HTML. Without it, it is found by the generator's files: {@code public} beside
     * {@code hugo.*}, {@code _site} beside {@code _config.yml}, {@code site} beside {@code mkdocs.yml}, JBake's output
     * folder, {@code target/site} beside {@code src/site}.
     */
    @Parameter(property = "pagetrack.siteRoot")
    private File siteRoot;

    /**
     * The site's address, such as {@code https://example.com/blog/}. Its path is the prefix of all page paths when the
     * site does not lie at {@code /}.
     */
    @Parameter(property = "pagetrack.siteUrl")
    private URI siteUrl;

    /** The folder of your own widget templates; each {@code <widget>.mustache} there is a widget. It need not exist. */
    @Parameter(property = "pagetrack.widgetDirectory", defaultValue = "${basedir}/src/pagetrack/widgets")
    private File widgetDirectory;

    /** How numbers read, as a language tag such as {@code de} or {@code en-GB}. A marker may set its own. */
    @Parameter(property = "pagetrack.locale", defaultValue = "en")
    private String locale;

    /** Where "the last 30 days" end, such as {@code 2026-10-01T00:00:00Z}. Without it, at the instant of the figures. */
    @Parameter(property = "pagetrack.now")
    private String now;

    @Override
    Consumer<StatisticsSource> work() {
        var root = root();
        var settings = new RenderSettings(
                new SiteRoot(root, Optional.ofNullable(siteUrl)),
                widgetDirectory.toPath(),
                Values.locale("locale", locale),
                Values.instant("now", now),
                Runtime.getRuntime().availableProcessors());
        return source -> say(root, new Renderer(settings).render(source));
    }

    @Override
    String unchanged() {
        return "The markers keep what they hold.";
    }

    private Path root() {
        if (siteRoot != null) {
            return SiteRootFinder.requireFolder(siteRoot.toPath());
        }
        var found = new SiteRootFinder(basedir().toPath(), jbakeOutput()).find();
        getLog().info("Rendering the site in " + found);
        return found;
    }

    private Optional<Path> jbakeOutput() {
        var project = session().getCurrentProject();
        return project.getFile() == null
                ? Optional.empty()
                : Optional.of(Path.of(
                        project.getBuild().getDirectory(), project.getBuild().getFinalName()));
    }

    private void say(Path root, RenderReport report) {
        report.warnings().forEach(getLog()::warn);
        var markers = report.markers().entrySet().stream()
                .map(widget -> widget.getValue() + " " + widget.getKey())
                .collect(joining(", "));
        getLog().info(String.format(
                Locale.ROOT,
                "Rendered %,d pages: %s; %,d files changed, %,d were right already%s.",
                report.pages(),
                markers.isEmpty() ? "no markers" : markers,
                report.changed().size(),
                report.unchanged(),
                report.asOf().map(instant -> "; figures of " + origin(instant)).orElse("")));
        getLog().info("Open " + root.resolve("index.html").toUri());
    }
}
