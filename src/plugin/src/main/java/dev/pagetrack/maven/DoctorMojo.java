package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.Finding;
import dev.pagetrack.table.TableDoctor;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Examines the table. Reports its keys, the layout of the site's items, its months, the read cost of a rendering,
 * problems and missing permissions, and what to do about them. Reads all figures once and writes nothing. Fails if
 * there is a problem.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public class DoctorMojo extends AbstractTableMojo {

    @Override
    TableTask task() {
        return this::examine;
    }

    private void examine(TableAccess access) {
        var findings = TableDoctor.examine(access.table());
        for (var finding : findings) {
            switch (finding.kind()) {
                case NOTE -> getLog().info(finding.text());
                case WARNING -> getLog().warn(finding.text());
                case PROBLEM -> getLog().error(finding.text());
            }
        }
        long problems = findings.stream().filter(Finding::isProblem).count();
        if (problems > 0) {
            throw new WrongSettingException("pagetrack:doctor found " + Count.of(problems, "problem") + " in table '"
                    + access.table().name() + "'; see the errors above.");
        }
        boolean doubtful = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.WARNING);
        getLog().info(doubtful ? "No definite problem found, but see the warnings above." : "No problem found.");
    }
}
