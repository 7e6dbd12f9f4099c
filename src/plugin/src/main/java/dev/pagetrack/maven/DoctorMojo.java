package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.table.Finding;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Examines the table: its keys, how the site's items lie in it, which months it has, what a render costs to read, what is
 * wrong or not permitted, and what to do. It reads all figures once and writes nothing. It fails if there is a problem.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public class DoctorMojo extends AbstractTableMojo {

    @Override
    TableTask task() {
        return this::examine;
    }

    private void examine(TableAccess access) {
        var findings = access.table().upkeep().examine();
        for (var finding : findings) {
            switch (finding.kind()) {
                case NOTE -> getLog().info(finding.text());
                case DOUBT -> getLog().warn(finding.text());
                case PROBLEM -> getLog().error(finding.text());
            }
        }
        long problems = findings.stream().filter(Finding::isProblem).count();
        if (problems > 0) {
            throw new WrongSettingException("pagetrack:doctor found " + Count.of(problems, "problem") + " in table '"
                    + access.table().name() + "'; see above.");
        }
        boolean doubtful = findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.DOUBT);
        getLog().info(doubtful ? "Nothing is wrong for certain; see the warning above." : "No problem found.");
    }
}
