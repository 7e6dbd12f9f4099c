package dev.pagetrack.maven;

import dev.pagetrack.Count;
import java.io.IOException;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes all items of the site into a file, from which {@code import} brings them back. The file is written whole or not at
 * all, and the same items are the same lines. Ingestion may go on meanwhile.
 */
@Mojo(name = "export", requiresProject = false, threadSafe = true)
public class ExportMojo extends AbstractBackupMojo {

    @Override
    TableTask task() {
        return this::export;
    }

    private void export(TableAccess access) throws IOException {
        var report = access.table().upkeep().exportTo(backup());
        getLog().info(String.format(
                Locale.ROOT,
                "%s holds %s of %s; SHA-256 of its lines: %s",
                backup(),
                Count.of(report.items(), "item"),
                Count.of(report.pages(), "page"),
                report.sha256()));
    }
}
