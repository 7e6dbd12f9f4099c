package dev.pagetrack.init;

import dev.pagetrack.generator.Generator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of {@code init}.
 *
 * @param base the project's folder
 * @param pom the project's pom, or the file to write it to
 * @param generator the site's generator; empty if it is not recognised
 * @param siteRoot the folder of the generated HTML
 * @param widgetDirectory the folder of the user's widget templates
 * @param version this plugin's version
 * @param configuration further elements of the plugin's configuration, in their order
 */
public record SetupSettings(
        Path base,
        Path pom,
        Optional<Generator> generator,
        Path siteRoot,
        Path widgetDirectory,
        String version,
        Map<String, String> configuration) {

    /** Whether the site's generator has this name. */
    boolean isGeneratedBy(String name) {
        return generator.filter(some -> some.name().equals(name)).isPresent();
    }
}
