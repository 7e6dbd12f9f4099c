package dev.pagetrack.maven;

import org.apache.maven.plugins.annotations.Mojo;

/**
 * Creates the table if it does not exist: with on-demand billing, and the keys and the time to live that pagetrack
 * uses.
 */
@Mojo(name = "create-table", requiresProject = false, threadSafe = true)
public class CreateTableMojo extends AbstractTableMojo {

    @Override
    TableTask task() {
        return this::create;
    }

    private void create(TableAccess access) {
        boolean created = access.table().createIfMissing();
        getLog().info("Table '" + access.table().name() + "' " + (created ? "was created." : "exists already."));
    }
}
