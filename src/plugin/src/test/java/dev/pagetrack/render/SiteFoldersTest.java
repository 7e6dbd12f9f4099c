package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files below the site root are pages. */
class SiteFoldersTest {

    private static final String VIEWS = "<b data-pagetrack=views></b>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {".git/a.html", "node_modules/b/a.html", "docs/node_modules/a.html", ".svn/a.html", "a.xhtml"})
    void leavesOutFoldersThatNoHostShowsAndXhtml(String name) {
        var site = new TestSite(folder).page("index.html", VIEWS).page(name, VIEWS);

        assertThat(site.render().changed()).containsExactly(site.path("site/index.html"));
        assertThat(site.read(name)).isEqualTo(VIEWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {".well-known/a.html", ".hidden/a.html", ".a.html", "A.HTM", "git/a.html"})
    void takesPagesInOtherFolders(String name) {
        var site = new TestSite(folder).page(name, VIEWS);

        assertThat(site.render().changed()).containsExactly(site.path("site/" + name));
    }

    @Test
    void takesAFileThatIsNamedLikeSuchAFolder() {
        var site = new TestSite(folder).page("index.html", VIEWS).page(".git", "gitdir: elsewhere");

        assertThat(site.render().pages()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void warnsAboutLinksToPagesOutsideTheSiteAndFollowsNone() throws IOException {
        var site = new TestSite(folder).page("v2/index.html", VIEWS);
        Files.createDirectories(folder.resolve("outside/pages"));
        Files.createDirectories(folder.resolve("outside/assets"));
        var outside = Files.writeString(folder.resolve("outside/pages/a.html"), VIEWS);
        link(site, "latest", "v2");
        link(site, "same.html", "v2/index.html");
        link(site, "broken.html", "nowhere.html");
        link(site, "assets", folder + "/outside/assets");
        link(site, "pages", folder + "/outside/pages");
        link(site, "one.html", folder + "/outside/pages/a.html");
        var warning = "Symbolic links to pages outside the site were not followed, so these pages show no figures; copy"
                + " the pages into the site: " + site.path("site/one.html") + ", " + site.path("site/pages");

        var report = site.render();

        assertThat(report.changed()).containsExactly(site.path("site/v2/index.html"));
        assertThat(report.warnings()).containsExactly(warning);
        assertThat(outside).hasContent(VIEWS);
        assertThat(site.render().warnings()).containsExactly(warning);
    }

    private static void link(TestSite site, String name, String target) throws IOException {
        Files.createSymbolicLink(site.path("site/" + name), Path.of(target));
    }
}
