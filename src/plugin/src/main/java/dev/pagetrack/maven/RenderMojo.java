package dev.pagetrack.maven;

import dev.pagetrack.render.RenderReport;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.Renderer;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fills the markers in the generated HTML with view counts and lists of the most viewed pages. Only the content of
 * markers changes; a second run changes nothing.
 */
@Mojo(name = "render", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public class RenderMojo extends AbstractStatisticsMojo {

    /**
     * Patterns of the pages that lists leave out, such as {@code drafts/**}. Pages with {@code noindex} are always left
     * out.
     */
    @Parameter(property = "pagetrack.unlisted")
    private List<String> unlisted = List.of();

    /**
     * Patterns of the articles, such as {@code blog/**}, for markers with {@code data-only="articles"}. Default: a page
     * is an article if it says so, by JSON-LD or microdata ({@code BlogPosting}, {@code Article}), by
     * {@code article:published_time} with {@code og:type}, by one {@code article} with one {@code time}, or by a class
     * that its generator gives to articles. Home pages, sections, tags and paginated pages are never articles.
     */
    @Parameter(property = "pagetrack.articles")
    private List<String> articles = List.of();

    /**
     * What to do if the site no longer has a page with at least {@code lostPagesViews} views in the table, and no
     * alias gives them to another page. {@code warn}: name the pages. {@code fail}: fail the build before a page
     * changes.
     */
    @Parameter(property = "pagetrack.lostPages", defaultValue = "warn")
    private String lostPages;

    /** How many views a lost page must have for {@code lostPages}; at least 1. */
    @Parameter(property = "pagetrack.lostPagesViews", defaultValue = "100")
    private int lostPagesViews;

    /**
     * Whether links in lists begin at the root of the host ({@code /blog/a/}) and not at the page they are written on.
     * {@code auto}: if {@code siteUrl} is set and scripts of the site swap parts of pages in place (instant navigation
     * of Material for MkDocs, Turbo, PJAX, or a site that is an app), because then a list may stay while the address
     * changes. {@code true} or {@code false}: always or never. Pages with {@code <base href>} and {@code 404.html}
     * always have such links.
     */
    @Parameter(property = "pagetrack.rootLinks", defaultValue = "auto")
    private String rootLinks;

    /** The folder of your own widget templates. Each {@code <widget>.mustache} in it is a widget. It need not exist. */
    @Parameter(property = "pagetrack.widgetDirectory", defaultValue = "${basedir}/src/pagetrack/widgets")
    private File widgetDirectory;

    /**
     * Allows unescaped values ({@code {{{page.title}}}}) in your templates. Markup in a page title then becomes markup
     * on every page that lists it.
     */
    @Parameter(property = "pagetrack.unescaped", defaultValue = "false")
    private boolean unescaped;

    /**
     * Widgets for pages whose theme has no markers. Each {@code <inject>} has a CSS selector, a position
     * ({@code before}, {@code after}, {@code prepend}, {@code append} or {@code replace}) and a widget; optional are
     * the widget's parameters and patterns of the pages that the rule applies to.
     *
     * <pre>{@code
     * <injects>
     *   <inject>
     *     <selector>article h1</selector>
     *     <position>after</position>
     *     <widget>views</widget>
     *     <parameters><period>30d</period></parameters>
     *     <includes>blog/**</includes>
     *     <excludes>blog/index.html</excludes>
     *   </inject>
     * </injects>
     * }</pre>
     */
    @Parameter
    private List<Inject> injects = List.of();

    /**
     * The language tag that numbers are formatted for, such as {@code de} or {@code en-GB}. A marker may set its own.
     */
    @Parameter(property = "pagetrack.locale", defaultValue = "en")
    private String locale;

    /**
     * The file to write the names of the changed pages to, for a step that uploads only those: one name in each line,
     * relative to {@code siteRoot}, with slashes. It is empty if no page has changed, and does not exist if the
     * rendering failed. A page is listed if its bytes differ from those when it was listed last, so a generator may
     * write the site anew. Only pages with markers, or places of an {@code <inject>}, are listed, and no deleted ones.
     * If an upload fails, upload by the same list again before the next rendering.
     */
    @Parameter(property = "pagetrack.changedFiles")
    private @Nullable File changedFiles;

    /**
     * The end of periods such as "the last 30 days": {@code 2026-10-01T00:00:00Z}. Default: when the figures were read.
     */
    @Parameter(property = "pagetrack.now")
    private @Nullable String now;

    @Override
    Consumer<StatisticsSource> statisticsTask() {
        var root = findSiteRoot();
        var settings = new RenderSettings(
                site(root),
                pageRules(unlisted, articles),
                widgetDirectory.toPath(),
                unescaped,
                injects.stream().map(Inject::rule).toList(),
                ParameterValues.locale("locale", locale),
                ParameterValues.instant("now", now),
                Optional.of(RenderSettings.recordFile(keptFiles(), root)),
                ParameterValues.matchRules(failsIfUnavailable(), lostPages, lostPagesViews),
                ParameterValues.rootLinks(rootLinks),
                RenderSettings.usualThreads());
        return source -> render(settings, source);
    }

    /** The folder of what one rendering keeps for the next. */
    private Path keptFiles() {
        return basedir().toPath().resolve(".pagetrack");
    }

    private void render(RenderSettings settings, StatisticsSource source) {
        var changed = ChangedFiles.start(
                changedFiles,
                settings.site().folder(),
                RenderSettings.listedFile(keptFiles(), settings.site().folder()));
        try {
            var report = new Renderer(settings).render(source);
            changed.write(report.changed());
            logReport(report);
        } catch (StatisticsUnavailableException e) {
            changed.writeNone();
            throw e;
        }
    }

    @Override
    String messageWithoutStatistics() {
        return "The markers keep their content.";
    }

    private void logReport(RenderReport report) {
        report.warnings().forEach(getLog()::warn);
        report.notes().forEach(getLog()::info);
        report.changed().forEach(page -> getLog().debug("Changed " + page));
        getLog().info(RenderMessages.summary(report, this::describeFigures));
        report.pageToOpen().ifPresent(page -> getLog().info("Open " + page.toUri()));
    }
}
