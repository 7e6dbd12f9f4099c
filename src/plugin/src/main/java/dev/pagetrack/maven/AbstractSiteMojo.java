package dev.pagetrack.maven;

import dev.pagetrack.render.Aliases;
import dev.pagetrack.render.PageRules;
import dev.pagetrack.render.SiteRoot;
import dev.pagetrack.render.SiteRootFinder;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that needs the generated site. */
abstract class AbstractSiteMojo extends AbstractStatisticsMojo {

    /**
     * The folder of generated HTML. Without it, it is found by the generator's files: {@code public} of Hugo ({@code hugo.*},
     * {@code config/_default}, or a {@code config.*} of Hugo's), {@code _site} beside {@code _config.yml}, {@code site} beside
     * {@code mkdocs.yml}, or where these say that the site goes; JBake's output folder, {@code target/site} beside
     * {@code src/site}.
     */
    @Parameter(property = "pagetrack.siteRoot")
    private File siteRoot;

    /**
     * The site's address, such as {@code https://example.com/blog/}. Its path is the prefix of all page paths when the
     * site does not lie at {@code /}.
     */
    @Parameter(property = "pagetrack.siteUrl")
    private URI siteUrl;

    /**
     * Paths that once named a page which has another now: its views are summed. Each is an old path and a new one with space
     * between them, as {@code /old/post.html /blog/post/}, or the name of a file of such lines, which may be a file of
     * redirects as hosts know it.
     */
    @Parameter(property = "pagetrack.aliases")
    private List<String> aliases = List.of();

    /** Whether {@code /Blog/A} and {@code /blog/a} are one page, as on a server that ignores case. */
    @Parameter(property = "pagetrack.ignoreCase", defaultValue = "false")
    private boolean ignoreCase;

    /** Patterns of page paths that no list names, as {@code drafts/**}: pages with {@code noindex} never are. */
    @Parameter(property = "pagetrack.unlisted")
    private List<String> unlisted = List.of();

    final SiteRoot site(Path root) {
        return new SiteRoot(root, Optional.ofNullable(siteUrl));
    }

    final PageRules pageRules() {
        var read = Aliases.read(ParameterValues.trimmed(aliases), basedir().toPath());
        return new PageRules(read, ignoreCase, ParameterValues.trimmed(unlisted));
    }

    /** The folder of the site. */
    final Path findSiteRoot() {
        if (siteRoot != null) {
            return SiteRootFinder.requireFolder(siteRoot.toPath());
        }
        var found = new SiteRootFinder(basedir().toPath(), buildOutput()).find();
        getLog().info("Rendering the site in " + found);
        return found;
    }
}
