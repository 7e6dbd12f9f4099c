package dev.pagetrack.maven;

import java.io.IOException;

/** The work of a goal on the open table, after its parameters were checked. */
@FunctionalInterface
interface TableTask {

    void run(TableAccess access) throws IOException;
}
