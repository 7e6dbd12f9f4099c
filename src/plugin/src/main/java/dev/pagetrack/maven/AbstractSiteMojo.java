package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.generator.SiteRootFinder;
import dev.pagetrack.render.SiteCheck;
import dev.pagetrack.render.site.Aliases;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.stats.Snapshot;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads the generated site, or compares it with the table. */
abstract class AbstractSiteMojo extends AbstractTableMojo {

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

    final SiteRoot site(Path root) {
        return new SiteRoot(root, Optional.ofNullable(siteUrl));
    }

    /**
     * The rules for page paths.
     *
     * @param unlisted patterns of the pages that lists leave out
     * @param articles patterns of the articles
     */
    final PageRules pageRules(List<String> unlisted, List<String> articles) {
        var read = Aliases.read(ParameterValues.trimmed(aliases), basedir().toPath());
        return new PageRules(read, ignoreCase, ParameterValues.trimmed(unlisted), ParameterValues.trimmed(articles));
    }

    /** The comparison of the site with the totals of its pages; empty if the site is not there. */
    final Optional<SiteCheck> siteCheck(Instant asOf, SortedMap<String, PageTotal> totals) {
        return existingSiteRoot()
                .map(root -> SiteCheck.of(
                        site(root), pageRules(List.of(), List.of()), new Snapshot(asOf, totals, new TreeMap<>())));
    }

    /** The folder of the site; empty if it cannot be found, as before the site is generated. */
    final Optional<Path> existingSiteRoot() {
        if (siteRoot != null) {
            return Optional.of(siteRoot.toPath()).filter(Files::isDirectory);
        }
        try {
            return Optional.of(new SiteRootFinder(basedir().toPath(), buildOutput()).find());
        } catch (WrongSettingException e) {
            return Optional.empty(); // only a goal that cannot do without the site reports it
        }
    }

    /**
     * The folder of the site.
     *
     * @throws WrongSettingException if it cannot be found
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
