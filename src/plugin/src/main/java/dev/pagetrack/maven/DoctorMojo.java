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
            if (finding.problem()) {
                getLog().error(finding.text());
            } else {
                getLog().info(finding.text());
            }
        }
        long problems = findings.stream().filter(Finding::problem).count();
        if (problems > 0) {
            throw new WrongSettingException("pagetrack:doctor found " + Count.of(problems, "problem") + " in table '"
                    + access.table().name() + "'; see above.");
        }
        getLog().info("No problem found.");
    }
}
