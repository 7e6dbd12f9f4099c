package dev.pagetrack.generator;

import java.nio.file.Path;

/**
 * A generator that makes a project's site.
 *
 * @param name what users call it
 * @param sign the file or folder that shows it is used, relative to the project's folder
 * @param output where it puts the site, relative to the project's folder
 */
public record Generator(String name, Path sign, Path output) {

    @Override
    public String toString() {
        return output + " (" + name + ", by " + sign + ")";
    }
}
