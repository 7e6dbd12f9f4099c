package dev.pagetrack.render;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the folder of generated HTML: by what the owner set, or by the generator's own files. */
public final class SiteRootFinder {

    private static final String ELEMENT = "<siteRoot> (pagetrack.siteRoot)";

    private final Path base;
    private final Optional<Path> jbakeOutput;

    /**
     * A finder for one project.
     *
     * @param base the project's folder
     * @param jbakeOutput where JBake's plugin puts the site of this project, if there is a project
     */
    public SiteRootFinder(Path base, Optional<Path> jbakeOutput) {
        this.base = base;
        this.jbakeOutput = jbakeOutput;
    }

    /**
     * A generator, and where it puts the site.
     *
     * @param name what users call it
     * @param sign the file or folder that shows it is used
     * @param output where it puts the site, relative to the project's folder
     */
    private record Generator(String name, String sign, Path output) {}

    /**
     * Checks a folder that was set.
     *
     * @throws RenderException if it is no folder
     */
    public static Path requireFolder(Path siteRoot) {
        if (Files.isDirectory(siteRoot)) {
            return siteRoot;
        }
        throw new RenderException(
                ELEMENT + " is " + siteRoot
                        + (Files.exists(siteRoot)
                                ? ", which is a file: name the folder that holds the generated HTML."
                                : ", which does not exist: generate the site before pagetrack:render, or name another folder."));
    }

    /** What users call the generator, if there is one and no other. */
    public Optional<String> generator() {
        var used = generators().stream().filter(this::isUsed).toList();
        return used.size() == 1 ? Optional.of(used.get(0).name()) : Optional.empty();
    }

    /**
     * Finds the folder by the generator's files.
     *
     * @throws RenderException if there is none, or several
     */
    public Path find() {
        var used = generators().stream().filter(this::isUsed).toList();
        if (used.isEmpty()) {
            throw new RenderException("No site was found in " + base + ": there is no "
                    + generators().stream()
                            .map(g -> g.sign() + " (" + g.name() + ")")
                            .collect(joining(", no "))
                    + ". Set " + ELEMENT + " to the folder that holds the generated HTML.");
        }
        if (used.size() > 1) {
            throw new RenderException("Several sites were found in " + base + ": "
                    + used.stream()
                            .map(g -> g.output() + " (" + g.name() + ", by " + g.sign() + ")")
                            .collect(joining(", "))
                    + ". Set " + ELEMENT + " to the one to render.");
        }
        return requireFolder(base.resolve(used.get(0).output()));
    }

    private List<Generator> generators() {
        var generators = new ArrayList<>(List.of(
                new Generator("Hugo", "hugo.*", Path.of("public")),
                new Generator("Jekyll", "_config.yml", Path.of("_site")),
                new Generator("MkDocs", "mkdocs.yml", Path.of("site"))));
        jbakeOutput.ifPresent(output -> {
            generators.add(new Generator("JBake", "src/main/jbake/jbake.properties", output));
            generators.add(new Generator("JBake", "src/jbake/jbake.properties", output));
            generators.add(new Generator("maven-site", "src/site", Path.of("target", "site")));
        });
        return generators;
    }

    private boolean isUsed(Generator generator) {
        if (!generator.sign().endsWith("*")) {
            return Files.exists(base.resolve(generator.sign()));
        }
        try (var files = Files.newDirectoryStream(base, generator.sign())) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + base + " cannot be read: " + e, e);
        }
    }
}
