package dev.pagetrack.render.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list for an upload names the pages whose rendered bytes are others than when they were listed. */
class ListedPagesTest {

    private static final String VIEWS = "<b data-pagetrack=views>–</b>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
        generate();
        site.views("a.html", 7).views("b/", 8);
    }

    /** Writes the site anew, as a generator does. */
    private void generate() {
        site.page("a.html", VIEWS).page("b/index.html", VIEWS).page("plain.html", "");
    }

    @Test
    void listsOnlyPagesWhoseRenderedBytesDifferAlthoughAllWereWrittenAnew() {
        assertThat(renderAndList()).containsExactly("a.html", "b/index.html");
        generate();
        assertThat(renderAndList()).isEmpty();
        generate();
        site.views("a.html", 9);
        assertThat(renderAndList()).containsExactly("a.html");
        assertThat(renderAndList()).isEmpty();
    }

    @Test
    void listsAnArticleThatWasEditedAndOneThatLostItsMarker() {
        renderAndList();
        generate();
        site.page("a.html", "Edited " + VIEWS).page("b/index.html", "no marker");

        assertThat(renderAndList()).containsExactly("a.html", "b/index.html");
    }

    @Test
    void listsWhatARenderingWithoutAListChanged() {
        renderAndList();
        site.views("a.html", 9).render();

        assertThat(renderAndList()).containsExactly("a.html");
    }

    @Test
    void listsAPageAgainThatWasGone() throws IOException {
        renderAndList();
        Files.delete(site.path("site/a.html"));
        assertThat(renderAndList()).isEmpty();
        generate();

        assertThat(renderAndList()).containsExactly("a.html");
    }

    @Test
    void listsPagesAgainIfItsFileWasNotKeptOrIsDamaged() throws IOException {
        var pages = new ListedPages(site.path("listed"), site.path("site"));
        pages.changed(site.render().changed());
        generate();
        assertThat(renderAndList()).containsExactly("a.html", "b/index.html");

        var bytes = Files.readAllBytes(site.path("listed"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(site.path("listed"), bytes);
        generate();
        assertThat(renderAndList()).containsExactly("a.html", "b/index.html");
    }

    private List<String> renderAndList() {
        var report = site.render();
        var pages = new ListedPages(site.path("listed"), site.path("site"));
        var changed = pages.changed(report.changed());
        pages.keep();
        return changed.stream()
                .map(page -> site.path("site").relativize(page).toString().replace('\\', '/'))
                .toList();
    }
}
