package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the site's own folder is that of the pom, too, what lies there for Maven would be published: the logs, with the
 * addresses of readers, above all.
 */
final class PublishingAdvice {

    /** Jekyll has been told already, or takes its files from elsewhere. */
    private static final Pattern ALREADY_CONFIGURED = Pattern.compile("(?m)\\bpom\\.xml\\b|^source[ \\t]*[:=]");

    private static final Pattern OUTSIDE = Pattern.compile("-|/.*|\\.\\./.*|[A-Za-z]:/.*|[A-Za-z0-9]+://.*");

    private PublishingAdvice() {}

    /** What to say of it, a line each; nothing where nothing would be published. */
    static List<String> of(SetupSettings settings) throws IOException {
        if (settings.isGeneratedBy("Jekyll")) {
            return jekyll(settings, settings.generator().get());
        }
        return same(settings.base(), settings.siteRoot())
                ? List.of("Do not upload these: .pagetrack, " + String.join(", ", names(settings)))
                : List.of();
    }

    /** It copies all files that it finds, but for those whose names begin with a point or a line. */
    private static List<String> jekyll(SetupSettings settings, Generator jekyll) throws IOException {
        var configuration = Files.readString(settings.base().resolve(jekyll.sign()), ISO_8859_1);
        if (ALREADY_CONFIGURED.matcher(configuration).find()) {
            return List.of();
        }
        var is = jekyll.sign().toString().endsWith(".toml") ? " = " : ": ";
        var list = names(settings).stream().map(name -> '"' + name + '"').collect(joining(", ", "[", "]"));
        return List.of(
                "Jekyll publishes every file in its folder. Before you build with it again, write this into "
                        + jekyll.sign() + ", or add the names to its exclude:",
                "  exclude" + is + list);
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static List<String> names(SetupSettings settings) {
        var base = slashes(settings.base().toAbsolutePath().normalize().toString()) + "/";
        var logs = Optional.ofNullable(settings.configuration().get("logs")).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)).map(String::strip));
        var names = new ArrayList<>(List.of("pom.xml", "target"));
        Stream.concat(Stream.of(settings.widgetDirectory().toAbsolutePath().toString()), logs)
                .flatMap(name -> inside(base, slashes(name)).stream())
                .forEach(names::add);
        return names;
    }

    /** A name seen from the project's folder, of patterns their beginning; empty if it lies elsewhere. */
    private static Optional<String> inside(String base, String name) {
        var from = name.startsWith(base) ? name.substring(base.length()) : name.replaceFirst("^\\./", "");
        int pattern = from.indexOf('*');
        int folder = pattern < 0 ? -1 : from.lastIndexOf('/', pattern);
        return from.isEmpty() || OUTSIDE.matcher(from).matches()
                ? Optional.empty()
                : Optional.of(folder < 0 ? from : from.substring(0, folder));
    }

    private static String slashes(String name) {
        return name.replace('\\', '/');
    }
}
