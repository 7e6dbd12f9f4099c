package dev.pagetrack.render.site;

import dev.pagetrack.page.PagePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds pages that logs may not show as pages. A host that leaves out {@code .html} or the last slash is asked for
 * {@code /posts/release-2.0}, which looks like a file with the extension {@code 0}.
 */
public final class FileLikePages {

    private static final int NAMED = 10;
    private static final List<String> ENDS = List.of("/", ".html", ".htm");

    private FileLikePages() {}

    /**
     * What to configure so that such pages count; empty if there are none.
     *
     * @param pages the paths of pages that have no views
     */
    public static Optional<String> advice(Collection<String> pages) {
        var paths = pages.stream()
                .flatMap(path -> withoutEnd(path).stream())
                .filter(path -> !PagePath.looksLikePage(path))
                .sorted()
                .toList();
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        var named = String.join(",", paths.subList(0, Math.min(NAMED, paths.size())));
        return Optional.of("Some pages look like other files if they are requested without their ending. If your host"
                + " answers such requests, and its logs have no content type, let pagetrack:ingest count them:"
                + " -Dpagetrack.pages=" + named
                + (paths.size() > NAMED ? ", and " + (paths.size() - NAMED) + " more" : ""));
    }

    private static Optional<String> withoutEnd(String path) {
        return ENDS.stream()
                .filter(end -> path.length() > end.length() && path.endsWith(end))
                .findFirst()
                .map(end -> path.substring(0, path.length() - end.length()));
    }
}
