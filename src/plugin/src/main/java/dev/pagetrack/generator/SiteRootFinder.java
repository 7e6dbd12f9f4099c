package dev.pagetrack.generator;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.WrongSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the folder of generated HTML by the configuration of the project's generator, and checks a folder that was set.
 */
public final class SiteRootFinder {

    private static final String ELEMENT = "<siteRoot> (pagetrack.siteRoot)";

    private static final String KNOWN = "Hugo (hugo.toml, or config.toml with a baseURL), Jekyll or Hexo"
            + " (_config.yml), MkDocs (mkdocs.yml), JBake (src/jbake/jbake.properties) or maven-site (src/site)";

    private final Path base;
    private final List<Generator> used;

    /**
     * A finder for one project.
     *
     * @param base the project's folder
     * @param jbakeOutput the folder into which JBake's Maven plugin generates the site; empty if there is no Maven
     *     project
     */
    public SiteRootFinder(Path base, Optional<Path> jbakeOutput) {
        this.base = base;
        this.used = new GeneratorFinder(base, jbakeOutput).find();
    }

    /**
     * Checks that a site root is a folder, and returns it.
     *
     * @throws WrongSettingException if it is not
     */
    public static Path requireFolder(Path siteRoot) {
        if (Files.isDirectory(siteRoot)) {
            return siteRoot;
        }
        throw new WrongSettingException(
                ELEMENT + " is " + siteRoot
                        + (Files.exists(siteRoot)
                                ? ", which is a file: name the folder that holds the generated HTML."
                                : ", which does not exist: generate the site before pagetrack:render, or name another folder."));
    }

    /** The project's generator; empty if there is none, or several. */
    public Optional<Generator> generator() {
        return used.size() == 1 ? Optional.of(used.get(0)) : Optional.empty();
    }

    /**
     * Finds the folder by the generator's configuration.
     *
     * @throws WrongSettingException if there is no generator, several, or the folder does not exist
     */
    public Path find() {
        if (used.isEmpty()) {
            throw new WrongSettingException("No site was found in " + base + ": no file of " + KNOWN + " is there. Set "
                    + ELEMENT + " to the folder that holds the generated HTML.");
        }
        if (used.size() > 1) {
            throw new WrongSettingException("Several sites were found in " + base + ": "
                    + used.stream().map(Generator::toString).collect(joining(", ")) + ". Set " + ELEMENT
                    + " to the one to render.");
        }
        return requireFolder(base.resolve(used.get(0).output()));
    }
}
