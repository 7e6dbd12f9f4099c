package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePreviewTest {

    @TempDir
    Path folder;

    /** Lines are counted as in messages about markers: a carriage return alone also ends one. */
    @Test
    void showsTheFirstPlacesAsFileAndLine() {
        var site = new TestSite(folder)
                .page("a.html", "<p>x</p>\r<p>y</p>\r\n<h1>A</h1>\n<h1>B</h1>")
                .page("b.html", "<h1>C</h1>")
                .page("c.html", "<p>no heading</p>");
        var rule = new InjectRule("h1", "before", "views", Map.of(), List.of(), List.of());
        var settings = RenderSettings.of(new SiteRoot(site.path("site"), Optional.empty()), site.path("widgets"))
                .withInjects(List.of(rule));

        assertThat(SitePreview.of(settings, 5)).containsExactly("views on 2 of 3 pages", "a.html:3", "b.html:1");
        assertThat(SitePreview.of(settings, 1)).containsExactly("views on 2 of 3 pages", "a.html:3");
    }
}
