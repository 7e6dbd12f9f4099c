package dev.pagetrack.maven;

import java.io.IOException;

/** What a goal does with the open table, its parameters being right. */
@FunctionalInterface
interface TableTask {

    void run(TableAccess access) throws IOException;
}
