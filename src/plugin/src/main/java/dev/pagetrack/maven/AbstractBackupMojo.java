package dev.pagetrack.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that writes or reads a backup. */
abstract class AbstractBackupMojo extends AbstractTableMojo {

    /** The backup file: gzipped JSON lines with a checksum. It does not contain the site id. */
    @Parameter(property = "pagetrack.backup", defaultValue = "${basedir}/.pagetrack/backup.jsonl.gz", required = true)
    private File backup;

    final Path backup() {
        return backup.toPath();
    }
}
