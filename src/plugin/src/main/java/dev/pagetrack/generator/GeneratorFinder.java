package dev.pagetrack.generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the generators that a project uses by their configuration, and reads there where the site is generated. */
final class GeneratorFinder {

    /**
     * Hugo read {@code config.toml} before version 0.110 and still does. Other generators have files of that name, too.
     */
    private static final Pattern HUGO_KEY = Pattern.compile("(?im)(?:^|[{,])[ \\t]*[\"']?baseURL[\"']?[ \\t]*[=:]");

    private static final List<String> HUGO_FORMATS = List.of(".toml", ".yaml", ".yml", ".json");

    private final Path base;
    private final Optional<Path> jbakeOutput;

    GeneratorFinder(Path base, Optional<Path> jbakeOutput) {
        this.base = base;
        this.jbakeOutput = jbakeOutput;
    }

    /** The generators that are used, each once. */
    List<Generator> find() {
        return Stream.of(hugo(), jekyllOrHexo(), mkDocs(), jbake(), mavenSite())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Generator> hugo() {
        return first(HUGO_FORMATS.stream().map(format -> "hugo" + format))
                .or(() -> first(HUGO_FORMATS.stream()
                        .flatMap(format ->
                                Stream.of("config/_default/hugo" + format, "config/_default/config" + format))))
                .or(() -> first(HUGO_FORMATS.stream().map(format -> "config" + format))
                        .filter(this::isHugoConfig))
                .map(config -> generator("Hugo", config, "publishDir", "public"));
    }

    /** Hugo is recognized by a setting that no other generator spells like this, or by folders that no other has. */
    private boolean isHugoConfig(Path config) {
        return HUGO_KEY.matcher(text(config)).find()
                || (exists("content") && (exists("archetypes") || exists("layouts")));
    }

    /** Jekyll and Hexo use the same name for their configuration file. */
    private Optional<Generator> jekyllOrHexo() {
        return first(Stream.of("_config.yml", "_config.yaml", "_config.toml"))
                .map(config -> isHexoConfig(config)
                        ? generator("Hexo", config, "public_dir", "public")
                        : generator("Jekyll", config, "destination", "_site"));
    }

    /**
     * Hexo is recognized by settings that Jekyll does not have, by its package, or by its folder of sources, which
     * Jekyll uses only if its configuration names it.
     */
    private boolean isHexoConfig(Path config) {
        var text = text(config);
        return setting(text, "public_dir").isPresent()
                || setting(text, "source_dir").isPresent()
                || (exists("package.json") && text(Path.of("package.json")).contains("\"hexo\""))
                || (exists("source/_posts") && setting(text, "source").isEmpty() && !exists("Gemfile"));
    }

    private Optional<Generator> mkDocs() {
        return first(Stream.of("mkdocs.yml", "mkdocs.yaml"))
                .map(config -> generator("MkDocs", config, "site_dir", "site"));
    }

    /** In a Maven project, JBake's plugin decides where the site is generated; without Maven, JBake's own file does. */
    private Optional<Generator> jbake() {
        var name = "jbake.properties";
        return jbakeOutput
                .flatMap(output -> first(Stream.of("src/main/jbake/" + name, "src/jbake/" + name))
                        .map(config -> new Generator("JBake", config, output)))
                .or(() -> first(Stream.of(name))
                        .map(config -> generator("JBake", config, "destination.folder", "output")));
    }

    private Optional<Generator> mavenSite() {
        return jbakeOutput
                .flatMap(project -> first(Stream.of("src/site")))
                .map(config -> new Generator("maven-site", config, Path.of("target", "site")));
    }

    private Generator generator(String name, Path config, String setting, String defaultOutput) {
        return new Generator(
                name, config, Path.of(setting(text(config), setting).orElse(defaultOutput)));
    }

    /** The value of a top-level setting in a TOML, YAML, JSON or properties file, if it stands in the same line. */
    static Optional<String> setting(String text, String name) {
        var line = Pattern.compile("(?im)(?:^|[{,])[ \\t]{0,4}[\"']?" + Pattern.quote(name)
                + "[\"']?[ \\t]*[=:][ \\t]*(?:\"([^\"\\r\\n]+)\"|'([^'\\r\\n]+)'|([^\\s\"'#,]+))");
        var matcher = line.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Stream.of(1, 2, 3)
                .map(matcher::group)
                .filter(value -> value != null)
                .findFirst();
    }

    private Optional<Path> first(Stream<String> names) {
        return names.filter(this::exists).findFirst().map(Path::of);
    }

    private boolean exists(String name) {
        return Files.exists(base.resolve(name));
    }

    /** The text as ISO-8859-1: names of settings are ASCII in every charset. */
    private String text(Path file) {
        try {
            return Files.readString(base.resolve(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + base.resolve(file) + " cannot be read: " + e, e);
        }
    }
}
