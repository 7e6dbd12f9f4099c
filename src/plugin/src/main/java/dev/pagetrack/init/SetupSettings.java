package dev.pagetrack.init;

import dev.pagetrack.render.Generator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a site is set up with.
 *
 * @param base the project's folder
 * @param pom the project's pom, or where one belongs
 * @param generator what makes the site; empty if that is unknown
 * @param siteRoot the generated HTML
 * @param widgetDirectory the user's templates
 * @param version this plugin's version
 * @param configuration elements of the plugin's configuration beside the site's, in their order
 */
public record SetupSettings(
        Path base,
        Path pom,
        Optional<Generator> generator,
        Path siteRoot,
        Path widgetDirectory,
        String version,
        Map<String, String> configuration) {

    /** Whether users call the generator so. */
    boolean isGeneratedBy(String name) {
        return generator.filter(some -> some.name().equals(name)).isPresent();
    }
}
