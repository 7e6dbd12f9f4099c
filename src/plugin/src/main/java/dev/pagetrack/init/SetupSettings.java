package dev.pagetrack.init;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a site is set up with.
 *
 * @param base the project's folder
 * @param generator what makes the site, as users call it; empty if that is unknown
 * @param siteRoot the generated HTML
 * @param widgetDirectory the user's templates
 * @param version this plugin's version
 * @param configuration elements of the plugin's configuration beside the site's, in their order
 */
public record SetupSettings(
        Path base,
        Optional<String> generator,
        Path siteRoot,
        Path widgetDirectory,
        String version,
        Map<String, String> configuration) {}
