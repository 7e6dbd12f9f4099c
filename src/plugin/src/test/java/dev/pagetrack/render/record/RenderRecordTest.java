package dev.pagetrack.render.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of a rendering saves the next one work, but never prevents an update. */
class RenderRecordTest {

    private static final String MARKER = "<h1>A</h1><b data-pagetrack=views></b>";
    private static final String OTHER = "<b data-pagetrack=views></b>";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_123L);

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void render() throws IOException {
        site = new TestSite(folder)
                .page("a/index.html", MARKER)
                .page("index.html", "<ol data-pagetrack=most-viewed></ol>")
                .page("plain.html", "<p>No marker</p>")
                .views("a/", 7);
        site.render();
        assertThat(record())
                .hasValueSatisfying(found -> assertThat(found.pages()).containsKeys("a/index.html"));
    }

    @Test
    void readsNoPageWhenNothingChanged() throws IOException {
        renderUntilRecorded();
        replaceUnnoticed("a/index.html");

        var report = site.render();

        assertThat(report.changed()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.pages()).isEqualTo(3);
        assertThat(report.markers()).hasToString("{most-viewed=1, views=1}");
        assertThat(report.asOf()).contains(TestSite.AS_OF);
    }

    @Test
    void seesAPageThatWasWrittenWithTheSameLengthAndTime() throws IOException {
        renderUntilRecorded();
        var page = site.path("site/a/index.html");
        var time = Files.getLastModifiedTime(page);
        Files.writeString(page, site.read("a/index.html").replace('7', '8'));
        Files.setLastModifiedTime(page, time);

        assertThat(site.render().changed()).containsExactly(page);
        assertThat(site.read("a/index.html")).contains(">7<");
    }

    @Test
    void seesOtherFigures() throws IOException {
        renderUntilRecorded();
        site.views("a/", 8);

        site.render();

        assertThat(site.read("a/index.html")).contains(">8<");
    }

    @Test
    void seesOtherTemplates() throws IOException {
        renderUntilRecorded();
        site.template("views.mustache", "{{views}} times");

        site.render();

        assertThat(site.read("a/index.html")).contains(">7 times<");
    }

    @Test
    void seesOtherSettings() throws IOException {
        renderUntilRecorded();
        site.views("a/", 7000).render();
        site.locale("de").render();

        assertThat(site.read("a/index.html")).contains(">7.000<");
    }

    @Test
    void seesAPageThatIsNewAndOneThatIsGone() throws IOException {
        renderUntilRecorded();
        site.page("b.html", OTHER);
        assertThat(site.render().changed()).containsExactly(site.path("site/b.html"));

        renderUntilRecorded();
        Files.delete(site.path("site/a/index.html"));
        site.render();
        assertThat(site.read("index.html")).doesNotContain("a/");
    }

    @Test
    void seesAMarkerThatWasAddedToAPageWithoutOne() throws IOException {
        renderUntilRecorded();
        site.page("plain.html", OTHER);

        assertThat(site.render().changed()).containsExactly(site.path("site/plain.html"));
    }

    @Test
    void ignoresADamagedRecord() throws IOException {
        renderUntilRecorded();
        var bytes = Files.readAllBytes(site.path("record"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(site.path("record"), bytes);

        assertThat(record()).isEmpty();
        assertThat(site.render().unchanged()).isEqualTo(2);
        assertThat(record()).isPresent();
    }

    @Test
    void deletesWhatAKilledRunLeft() throws IOException {
        renderUntilRecorded();
        site.page("a/.pagetrack-7.tmp", "half");

        site.render();

        assertThat(site.path("site/a/.pagetrack-7.tmp")).doesNotExist();
    }

    @Test
    void walksAFolderThatIsNamedLikeATemporaryFile() throws IOException {
        site.page(".pagetrack-7.tmp/index.html", OTHER).page("copies.html.gz/index.html", OTHER);

        assertThat(site.render().changed())
                .containsExactly(
                        site.path("site/.pagetrack-7.tmp/index.html"), site.path("site/copies.html.gz/index.html"));
    }

    @Test
    void showsTheInstantOnlyIfATemplateShowsMoreThanItsDay() throws IOException {
        site.page("index.html", "<i data-pagetrack=as-of></i>").render();
        assertThat(record().orElseThrow().showsInstant()).isFalse();

        for (var template : List.of("{{asOf}}", "{{asOf.time}}", "{{#asOf}}{{time}}{{/asOf}}")) {
            site.template("as-of.mustache", template).render();
            assertThat(record().orElseThrow().showsInstant()).as(template).isTrue();
        }
    }

    /** Renders until all pages are recorded. Pages that were written just now are not. */
    private void renderUntilRecorded() throws IOException {
        long pages;
        try (var files = Files.walk(site.path("site"))) {
            pages = files.filter(file -> file.toString().endsWith(".html")).count();
        }
        while (record().filter(found -> found.pages().size() == pages).isEmpty()) {
            assertThat(site.render().changed()).isEmpty();
        }
    }

    private Optional<RenderRecord> record() {
        return RenderRecordFile.read(site.path("record"));
    }

    /** Replaces a page by an invalid one and records its version: a rendering that reads the page would fail. */
    private void replaceUnnoticed(String name) throws IOException {
        var page = site.path("site/" + name);
        Files.writeString(page, "<b data-pagetrack=nonsense></b>");
        Files.setLastModifiedTime(page, LONG_AGO);
        var known = record().orElseThrow();
        var pages = new HashMap<>(known.pages());
        pages.put(name, new RenderRecord.Page(FileVersion.of(page), true));
        var other = site.path("other");
        Files.write(other, RenderRecordFile.bytes(known.withPages(pages)));
        Files.move(other, site.path("record"), StandardCopyOption.REPLACE_EXISTING);
    }
}
