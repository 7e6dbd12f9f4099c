package dev.pagetrack.page;

/**
 * What several slashes in a row mean in a path, such as {@code /blog//post/}. Servers differ: to S3 this is another key
 * than {@code /blog/post/}, which normally does not exist; nginx and Apache answer with the page {@code /blog/post/}.
 */
public enum Slashes {
    /** The path names no page. */
    DISTINCT,
    /** They mean one slash. */
    MERGED;

    /** Merges the slashes of a decoded path, or returns it unchanged. */
    String applyTo(String path) {
        if (this == DISTINCT || !path.contains("//")) {
            return path;
        }
        var merged = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) != '/' || i == 0 || path.charAt(i - 1) != '/') {
                merged.append(path.charAt(i));
            }
        }
        return merged.toString();
    }
}
