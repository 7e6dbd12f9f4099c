package dev.pagetrack.maven;

import dev.pagetrack.Count;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.SiteCheck;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.table.Finding;
import dev.pagetrack.table.TableDoctor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Examines the table, and compares it with the site if that was generated. Reports its keys, the layout of the site's items, its months, the read cost of a rendering,
 * problems and missing permissions, all pages with views that the site no longer has, and what to do about them. Reads all figures once and writes nothing. Fails if
 * there is a problem.
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public class DoctorMojo extends AbstractSiteMojo {

    @Override
    TableTask task() {
        return this::examine;
    }

    private void examine(TableAccess access) {
        var findings = TableDoctor.examine(access.table(), this::compareWithSite);
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

    private List<Finding> compareWithSite(SortedMap<String, PageTotal> totals) {
        try {
            return siteCheck(Instant.now(), totals).map(DoctorMojo::findings).orElse(List.of());
        } catch (RenderException e) {
            return List.of(new Finding(Finding.Kind.WARNING, String.valueOf(e.getMessage())));
        }
    }

    private static List<Finding> findings(SiteCheck site) {
        var findings = new ArrayList<Finding>();
        findings.add(note(
                "The site has " + Count.of(site.pages(), "page") + ", " + site.viewedPages() + " of them with views."));
        var mismatch = site.mismatch();
        if (mismatch.isPresent()) {
            findings.add(new Finding(Finding.Kind.WARNING, mismatch.get()));
            return findings;
        }
        var lost = site.lostPages();
        if (!lost.isEmpty()) {
            findings.add(new Finding(
                    Finding.Kind.WARNING,
                    "The site no longer has "
                            + Count.of(lost.size(), "page") + " with views. For each page that has moved, add an alias"
                            + " to <aliases> (pagetrack.aliases):"));
            lost.forEach(page -> findings.add(note("  " + page)));
        }
        return findings;
    }

    private static Finding note(String text) {
        return new Finding(Finding.Kind.NOTE, text);
    }
}
