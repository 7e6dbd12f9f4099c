package dev.pagetrack.render;

import java.nio.file.Path;

/**
 * A page of the site.
 *
 * @param file where it lies
 * @param name its file relative to the site root, with slashes
 * @param path its page path
 * @param listed whether lists may name it: its author has not asked search engines to leave it out
 */
record SitePage(Path file, String name, String path, boolean listed) {}
