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

/** Finds the generators that a project uses, by their own files, and where these say that the site goes. */
final class GeneratorFinder {

    /** Hugo took {@code config.toml} before version 0.110, and still does; others have files of that name, too. */
    private static final Pattern HUGO_KEY = Pattern.compile("(?im)(?:^|[{,])[ \\t]*[\"']?baseURL[\"']?[ \\t]*[=:]");

    private static final List<String> HUGO_FORMATS = List.of(".toml", ".yaml", ".yml", ".json");

    private final Path base;
    private final Optional<Path> jbakeOutput;

    GeneratorFinder(Path base, Optional<Path> jbakeOutput) {
        this.base = base;
        this.jbakeOutput = jbakeOutput;
    }

    /** Those that are used, each once. */
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
                        .filter(this::isHugos))
                .map(sign -> generator("Hugo", sign, "publishDir", "public"));
    }

    /** By a setting that no other generator spells so, or by folders that no other has. */
    private boolean isHugos(Path config) {
        return HUGO_KEY.matcher(text(config)).find()
                || (exists("content") && (exists("archetypes") || exists("layouts")));
    }

    /** Hexo's configuration is called as Jekyll's is. */
    private Optional<Generator> jekyllOrHexo() {
        return first(Stream.of("_config.yml", "_config.yaml", "_config.toml"))
                .map(sign -> isHexos(sign)
                        ? generator("Hexo", sign, "public_dir", "public")
                        : generator("Jekyll", sign, "destination", "_site"));
    }

    /** By settings that Jekyll does not have, by its package, or by its folder, to which Jekyll has to be told to go. */
    private boolean isHexos(Path config) {
        var text = text(config);
        return setting(text, "public_dir").isPresent()
                || setting(text, "source_dir").isPresent()
                || (exists("package.json") && text(Path.of("package.json")).contains("\"hexo\""))
                || (exists("source/_posts") && setting(text, "source").isEmpty() && !exists("Gemfile"));
    }

    private Optional<Generator> mkDocs() {
        return first(Stream.of("mkdocs.yml", "mkdocs.yaml")).map(sign -> generator("MkDocs", sign, "site_dir", "site"));
    }

    /** Below Maven, its plugin decides where the site goes; alone, its own file does. */
    private Optional<Generator> jbake() {
        var name = "jbake.properties";
        return jbakeOutput
                .flatMap(output -> first(Stream.of("src/main/jbake/" + name, "src/jbake/" + name))
                        .map(sign -> new Generator("JBake", sign, output)))
                .or(() -> first(Stream.of(name)).map(sign -> generator("JBake", sign, "destination.folder", "output")));
    }

    private Optional<Generator> mavenSite() {
        return jbakeOutput
                .flatMap(project -> first(Stream.of("src/site")))
                .map(sign -> new Generator("maven-site", sign, Path.of("target", "site")));
    }

    private Generator generator(String name, Path sign, String setting, String usual) {
        return new Generator(name, sign, Path.of(setting(text(sign), setting).orElse(usual)));
    }

    /** The value of a setting at the top of a file in TOML, YAML, JSON or of properties, as far as a line shows it. */
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

    /** Names of settings are ASCII, whatever the rest is. */
    private String text(Path file) {
        try {
            return Files.readString(base.resolve(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + base.resolve(file) + " cannot be read: " + e, e);
        }
    }
}
