package dev.pagetrack.maven;

import dev.pagetrack.generator.SiteRootFinder;
import dev.pagetrack.render.site.Aliases;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that needs the generated site. */
abstract class AbstractSiteMojo extends AbstractStatisticsMojo {

    /**
     * The folder of the generated HTML. Default: the output folder of the generator whose files are found. That is
     * {@code public} for Hugo ({@code hugo.*}, {@code config/_default}, or a {@code config.*} of Hugo), {@code _site}
     * beside {@code _config.yml}, {@code site} beside {@code mkdocs.yml}, or the folder that these files configure;
     * JBake's output folder; or {@code target/site} beside {@code src/site}.
     */
    @Parameter(property = "pagetrack.siteRoot")
    private @Nullable File siteRoot;

    /**
     * The URL of the site, such as {@code https://example.com/blog/}. If its path is not {@code /}, that path is the
     * prefix of all page paths.
     */
    @Parameter(property = "pagetrack.siteUrl")
    private @Nullable URI siteUrl;

    /**
     * Old paths of pages that have moved. The views of the old path are added to those of the new path. Each alias is
     * an old path and a new path, separated by a space, such as {@code /old/post.html /blog/post/}; or the name of a
     * file with one such pair in each line, such as the {@code _redirects} file of a web host.
     */
    @Parameter(property = "pagetrack.aliases")
    private List<String> aliases = List.of();

    /** Whether {@code /Blog/A} and {@code /blog/a} are the same page, as on a server that ignores case. */
    @Parameter(property = "pagetrack.ignoreCase", defaultValue = "false")
    private boolean ignoreCase;

    /**
     * Patterns of the pages that lists leave out, such as {@code drafts/**}. Pages with {@code noindex} are always left
     * out.
     */
    @Parameter(property = "pagetrack.unlisted")
    private List<String> unlisted = List.of();

    final SiteRoot site(Path root) {
        return new SiteRoot(root, Optional.ofNullable(siteUrl));
    }

    final PageRules pageRules() {
        var read = Aliases.read(ParameterValues.trimmed(aliases), basedir().toPath());
        return new PageRules(read, ignoreCase, ParameterValues.trimmed(unlisted));
    }

    /**
     * The folder of the site.
     *
     * @throws dev.pagetrack.WrongSettingException if it cannot be found
     */
    final Path findSiteRoot() {
        if (siteRoot != null) {
            return SiteRootFinder.requireFolder(siteRoot.toPath());
        }
        var found = new SiteRootFinder(basedir().toPath(), buildOutput()).find();
        getLog().info("Rendering the site in " + found);
        return found;
    }
}
