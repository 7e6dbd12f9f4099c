package dev.pagetrack.render.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds symbolic links in a site through which a host shows pages that lie outside the site. */
final class OutsideLinks {

    private OutsideLinks() {}

    /** Whether a link leads outside the site, to a page or to a folder that holds pages. */
    static boolean showsPage(Path link, Path siteRoot) {
        try {
            var target = link.toRealPath();
            return !target.startsWith(siteRoot.toRealPath()) && (isPage(target) || holdsPage(target));
        } catch (IOException e) {
            return false; // a host cannot follow it, either
        }
    }

    private static boolean isPage(Path file) {
        return SiteFiles.isPage(file.getFileName().toString()) && Files.isRegularFile(file);
    }

    /** Looks only into the folder itself, because the folders below it may be those of the whole machine. */
    private static boolean holdsPage(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.newDirectoryStream(folder, OutsideLinks::isPage)) {
            return entries.iterator().hasNext();
        }
    }
}
