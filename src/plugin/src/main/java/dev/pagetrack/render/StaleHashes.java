package dev.pagetrack.render;

import dev.pagetrack.render.scan.PrecacheList;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.SiteAddress;
import dev.pagetrack.render.site.SiteFiles;
import dev.pagetrack.render.site.SiteRoot;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Warnings about hashes of pages in other files of the site, which no longer match when pages have changed. */
final class StaleHashes {

    private final SiteRoot root;
    private final Set<String> changed;

    private StaleHashes(SiteRoot root, Set<String> changed) {
        this.root = root;
        this.changed = changed;
    }

    /**
     * One warning for each list of a service worker, and one for all {@code integrity} attributes.
     *
     * @param changed the names of the pages that were replaced
     */
    static List<String> warnings(SiteFiles files, SiteScan scan, SiteRoot root, Set<String> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        var stale = new StaleHashes(root, changed);
        var warnings = new ArrayList<String>();
        files.precaches().forEach(file -> stale.addPrecache(file, warnings));
        stale.addIntegrity(scan, warnings);
        return warnings;
    }

    private void addPrecache(Path file, List<String> warnings) {
        var name = root.folder().relativize(file).toString().replace(File.separatorChar, '/');
        var pages = changed(PrecacheList.addresses(file), name);
        if (!pages.isEmpty()) {
            warnings.add(file + " lists pages with a hash of what they were before the rendering, so browsers that have"
                    + " stored them may keep the old numbers; generate it after rendering, or leave pages out of its"
                    + " list: " + SiteWarnings.named(pages));
        }
    }

    private void addIntegrity(SiteScan scan, List<String> warnings) {
        var pages = new TreeSet<String>();
        scan.integrityLinks()
                .forEach((name, addresses) ->
                        changed(addresses, name).forEach(target -> pages.add(target + " (in " + name + ")")));
        if (!pages.isEmpty()) {
            warnings.add(
                    "The integrity attributes of links no longer match these pages, so browsers refuse to load them"
                            + " by these links; compute the attributes after rendering, or leave them out for pages: "
                            + SiteWarnings.named(pages));
        }
    }

    /** The names of the changed pages among some addresses, sorted. */
    private Set<String> changed(Collection<String> addresses, String file) {
        var pages = new TreeSet<String>();
        for (var address : addresses) {
            SiteAddress.files(address, file, root).stream()
                    .filter(changed::contains)
                    .findFirst()
                    .ifPresent(pages::add);
        }
        return pages;
    }
}
