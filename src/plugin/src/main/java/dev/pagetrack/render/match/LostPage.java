package dev.pagetrack.render.match;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Count;
import java.util.Optional;

/**
 * A page that has views in the table, but that the site no longer has.
 *
 * @param path its page path
 * @param views its views in all time
 * @param near the path of the page of the site that most likely replaces it; empty if there is none
 */
public record LostPage(String path, long views, Optional<String> near) {

    public LostPage {
        requireNonNull(path, "path");
        requireNonNull(near, "near");
    }

    /** The page, its views, and the alias that would give them to the page that replaces it. */
    @Override
    public String toString() {
        return path + " (" + Count.of(views, "view")
                + near.map(page -> ", alias: " + written(path) + " " + written(page))
                        .orElse("") + ")";
    }

    private static String written(String path) {
        return (path.startsWith("/") ? path : "/" + path).replace(" ", "%20");
    }
}
