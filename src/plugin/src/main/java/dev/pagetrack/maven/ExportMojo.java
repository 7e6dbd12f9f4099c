package dev.pagetrack.maven;

import dev.pagetrack.Count;
import java.io.IOException;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes all items of the site into a backup file that {@code import} can restore. The file is written completely or
 * not at all. The same items always give the same lines. Ingestion may run at the same time.
 */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
public class ExportMojo extends AbstractBackupMojo {

    @Override
    TableTask task() {
        return this::export;
    }

    private void export(TableAccess access) throws IOException {
        var report = access.table().maintenance().exportTo(backup());
        getLog().info(String.format(
                Locale.ROOT,
                "%s holds %s of %s; SHA-256 of its lines: %s",
                backup(),
                Count.of(report.items(), "item"),
                Count.of(report.pages(), "page"),
                report.sha256()));
    }
}
