package dev.pagetrack.maven;

import dev.pagetrack.Count;
import java.io.IOException;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Restores a site from a file that {@code export} wrote, into a {@code siteId} or a {@code table} that has no items of
 * the site. The whole file is checked before anything is written. Until all items are written, other goals neither read
 * the site nor count views into it. If the import was stopped, run the goal again with the same file.
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public class ImportMojo extends AbstractBackupMojo {

    @Override
    TableTask task() {
        return this::importFrom;
    }

    private void importFrom(TableAccess access) throws IOException {
        var report = access.table().maintenance().importFrom(backup());
        getLog().info(String.format(
                Locale.ROOT,
                "Imported %s of %s from %s.",
                Count.of(report.items(), "item"),
                Count.of(report.pages(), "page"),
                backup()));
    }
}
