package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.generator.Generator;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file with a marker that a generator's templates can include, for users who want to choose the place themselves.
 *
 * @param file the file's path in the project
 * @param use the code that includes the file in a template
 * @param condition a sentence that says what has to be configured first; empty if nothing
 */
record Snippet(Path file, String use, String condition) {

    /** The content, which is the same for all generators, because markers are HTML. */
    static final String TEXT = "<span class=\"pagetrack\">Read <b data-pagetrack=\"views\">–</b> times</span>\n";

    private static final Pattern CUSTOM_DIR = Pattern.compile("(?m)^\\s+custom_dir:\\s*[\"']?([^\"'#\\s]+)");

    /** The snippet of a generator; empty if it has none, or if its templates are in an unsupported language. */
    static Optional<Snippet> of(Path base, Generator generator) throws IOException {
        return switch (generator.name()) {
            case "Hugo" -> plain("layouts/partials/pagetrack.html", "{{ partial \"pagetrack.html\" . }}");
            case "Jekyll" -> plain("_includes/pagetrack.html", "{% include pagetrack.html %}");
            case "MkDocs" -> Optional.of(mkDocs(Files.readString(base.resolve(generator.config()), UTF_8)));
            case "JBake" -> freemarker(base, generator.config().resolveSibling("templates"));
            default -> Optional.empty();
        };
    }

    private static Optional<Snippet> plain(String file, String use) {
        return Optional.of(new Snippet(Path.of(file), use, ""));
    }

    /** MkDocs takes overrides of its themes from a folder that its configuration names. */
    private static Snippet mkDocs(String configuration) {
        var set = CUSTOM_DIR.matcher(configuration);
        boolean found = set.find();
        return new Snippet(
                Path.of(found ? set.group(1) : "overrides").resolve("partials/pagetrack.html"),
                "{% include \"partials/pagetrack.html\" %}",
                found ? "" : " This needs custom_dir: overrides below theme: in mkdocs.yml.");
    }

    private static Optional<Snippet> freemarker(Path base, Path templates) throws IOException {
        if (!Files.isDirectory(base.resolve(templates))) {
            return Optional.empty();
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:*.ftl");
        try (var files =
                Files.newDirectoryStream(base.resolve(templates), file -> matcher.matches(file.getFileName()))) {
            return files.iterator().hasNext()
                    ? Optional.of(new Snippet(templates.resolve("pagetrack.ftl"), "<#include \"pagetrack.ftl\">", ""))
                    : Optional.empty();
        }
    }
}
