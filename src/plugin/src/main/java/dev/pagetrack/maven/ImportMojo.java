package dev.pagetrack.maven;

import dev.pagetrack.Count;
import java.io.IOException;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Brings a site back from a file that {@code export} wrote, into a {@code siteId} or a {@code table} that has no items of it.
 * The file is checked to its end before anything is written. Until all of it is written, the site is neither read nor
 * counted into; run the goal again with the same file if it was stopped.
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public class ImportMojo extends AbstractBackupMojo {

    @Override
    TableTask task() {
        return this::importFrom;
    }

    private void importFrom(TableAccess access) throws IOException {
        var report = access.table().upkeep().importFrom(backup());
        getLog().info(String.format(
                Locale.ROOT,
                "Imported %s of %s from %s.",
                Count.of(report.items(), "item"),
                Count.of(report.pages(), "page"),
                backup()));
    }
}
