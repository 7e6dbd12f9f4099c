package dev.pagetrack.generator;

import java.nio.file.Path;

/**
 * A static site generator that a project uses.
 *
 * @param name its usual name
 * @param config its configuration file, or folder for {@code maven-site}; relative to the project's folder
 * @param output the folder into which it generates the site, relative to the project's folder
 */
public record Generator(String name, Path config, Path output) {

    @Override
    public String toString() {
        return output + " (" + name + ", because of " + config + ")";
    }
}
