package dev.pagetrack.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Creates the table, if it is not there: paid by request, with the keys and the expiry that pagetrack uses. */
@Mojo(name = "create-table", requiresProject = false, threadSafe = true)
public class CreateTableMojo extends AbstractTableMojo {

    @Override
    TableTask task() {
        return this::create;
    }

    private void create(TableAccess access) {
        boolean created = access.table().createIfMissing();
        getLog().info("Table '" + access.table().name() + "' " + (created ? "was created." : "is there."));
    }
}
