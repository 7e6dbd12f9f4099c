package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import dev.pagetrack.generator.Generator;
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
 * Says which files of the build must not be published, if the site is in the same folder as the pom: above all the
 * logs, which contain the addresses of readers.
 */
final class PublishingAdvice {

    /** A {@code _config.yml} that already excludes the pom, or that sets another source folder. */
    private static final Pattern ALREADY_CONFIGURED = Pattern.compile("(?m)\\bpom\\.xml\\b|^source[ \\t]*[:=]");

    private static final Pattern OUTSIDE = Pattern.compile("-|/.*|\\.\\./.*|[A-Za-z]:/.*|[A-Za-z0-9]+://.*");

    private PublishingAdvice() {}

    /** The advice, one message for each line; empty if no such file would be published. */
    static List<String> of(SetupSettings settings) throws IOException {
        if (settings.isGeneratedBy("Jekyll")) {
            return jekyll(settings, settings.generator().get());
        }
        return same(settings.base(), settings.siteRoot())
                ? List.of("Do not upload these: .pagetrack, " + String.join(", ", names(settings)))
                : List.of();
    }

    /** Jekyll copies all files to the site, except those whose names begin with a dot or an underscore. */
    private static List<String> jekyll(SetupSettings settings, Generator jekyll) throws IOException {
        var configuration = Files.readString(settings.base().resolve(jekyll.config()), ISO_8859_1);
        if (ALREADY_CONFIGURED.matcher(configuration).find()) {
            return List.of();
        }
        var is = jekyll.config().toString().endsWith(".toml") ? " = " : ": ";
        var list = names(settings).stream().map(name -> '"' + name + '"').collect(joining(", ", "[", "]"));
        return List.of(
                "Jekyll publishes every file in its folder. Before you build with it again, write this into "
                        + jekyll.config() + ", or add the names to its exclude:",
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

    /**
     * A name relative to the project's folder; the folder part of a pattern; empty if it is outside the project's
     * folder.
     */
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
