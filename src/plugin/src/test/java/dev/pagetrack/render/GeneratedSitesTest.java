package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.OutsideProgram;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.testing.JsoupOracle;
import dev.pagetrack.render.testing.MarkerSearch;
import dev.pagetrack.render.testing.SamplePage;
import dev.pagetrack.render.testing.TestSite;
import dev.pagetrack.testing.Seed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders small sites that real generators build. They have markers wherever the generators allow them: in layouts,
 * partials and content, as elements, as attributes of Markdown, and as comments. Outside the markers, no byte changes.
 */
class GeneratedSitesTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    /** How many damaged variants of each page are rendered, one after another. */
    private static final int DAMAGES = 60;

    private static final List<String> SCRAPS = List.of(
            "<", ">", "\"", "'", "/", "=", "&", "<!--", "-->", "<p>", "</p>", "</div>", "<b>", "</span>", "<li>",
            "<svg>");

    @RegisterExtension
    final Seed seed = Seed.of(1);

    @TempDir
    Path folder;

    private TestSite site;
    private Path pages;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder).url("https://example.com/");
        pages = folder.resolve("site");
    }

    /** Hugo drops comments from templates unless they are marked as safe, and from Markdown only if configured to. */
    @Test
    void hugo() throws Exception {
        OutsideProgram.named("hugo").run(sources("hugo"), "--quiet", "--destination", pages.toString());

        assertThat(filled())
                .isEqualTo(Map.of(
                        "counter-jsonld", 3, "history", 1, "most-viewed", 3, "rank", 1, "site-views", 3, "views", 3));
        survivesMutation();
    }

    /** Minifying removes comments and quotes, and joins a marker and its surroundings into one line. */
    @Test
    void hugoMinified() throws Exception {
        OutsideProgram.named("hugo").run(sources("hugo"), "--quiet", "--minify", "--destination", pages.toString());

        assertThat(filled()).isEqualTo(Map.of("history", 1, "most-viewed", 2, "rank", 1, "site-views", 3, "views", 3));
        survivesMutation();
    }

    @Test
    void jekyll() throws Exception {
        OutsideProgram.named("jekyll")
                .run(sources("jekyll"), "build", "--quiet", "--disable-disk-cache", "--destination", pages.toString());

        assertThat(filled())
                .isEqualTo(Map.of(
                        "counter-jsonld",
                        2,
                        "history",
                        2,
                        "last-viewed",
                        1,
                        "most-viewed",
                        3,
                        "rank",
                        2,
                        "site-views",
                        2,
                        "views",
                        3));
        survivesMutation();
    }

    @Test
    void mkDocs() throws Exception {
        OutsideProgram.named("mkdocs").run(sources("mkdocs"), "build", "--quiet", "--site-dir", pages.toString());

        assertThat(filled())
                .isEqualTo(Map.of(
                        "counter-jsonld",
                        2,
                        "history",
                        2,
                        "last-viewed",
                        1,
                        "most-viewed",
                        2,
                        "rank",
                        2,
                        "site-views",
                        2,
                        "views",
                        3));
        survivesMutation();
    }

    /**
     * Debian has no package of JBake, so these pages were built before, from {@code site-example} and some more
     * markers.
     */
    @Test
    void jbake() throws Exception {
        copy("jbake", pages);

        assertThat(filled())
                .isEqualTo(Map.of(
                        "history", 1, "last-viewed", 1, "most-viewed", 4, "rank", 1, "site-views", 1, "views", 7));
        survivesMutation();
    }

    private Path sources(String generator) throws IOException, URISyntaxException {
        var sources = folder.resolve("sources");
        copy(generator, sources);
        return sources;
    }

    private void copy(String generator, Path to) throws IOException, URISyntaxException {
        var from = Path.of(getClass().getResource("sites/" + generator).toURI());
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** The number of markers that were filled, by widget. */
    private Map<String, Integer> filled() throws IOException {
        var before = files();
        for (var file : before.keySet()) {
            Files.setLastModifiedTime(file, LONG_AGO);
            site.views(SitePaths.ofFile(pages.relativize(file).toString()), 7);
        }

        var report = site.render();

        var after = files();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((file, html) ->
                assertThat(outside(file, html)).isEqualTo(outside(file, requireNonNull(before.get(file)))));
        for (var file : before.keySet()) {
            boolean touched = !Files.getLastModifiedTime(file).equals(LONG_AGO);
            assertThat(touched).as("%s", file).isEqualTo(report.changed().contains(file));
        }
        assertThat(site.render().changed()).isEmpty();
        return report.markers();
    }

    private SortedMap<Path, byte[]> files() throws IOException {
        var contents = new TreeMap<Path, byte[]>();
        try (var files = Files.walk(pages)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static String outside(Path file, byte[] html) {
        return file.toString().endsWith(".html") ? JsoupOracle.outside(html) : new String(html, ISO_8859_1);
    }

    /**
     * A damaged page is either refused, or filled where jsoup finds markers. Outside the markers, it is not changed.
     */
    private void survivesMutation() throws IOException {
        var random = seed.random();
        var damagedSite = new TestSite(folder.resolve("damaged"));
        for (var page : files().entrySet()) {
            for (int i = 0; page.getKey().toString().endsWith(".html") && i < DAMAGES; i++) {
                var html = damaged(page.getValue(), random);
                if (fills(damagedSite, html)) {
                    assertThat(MarkerSearch.ranges(html))
                            .as(new String(html, UTF_8))
                            .isEqualTo(JsoupOracle.markers(html));
                }
            }
        }
    }

    private static boolean fills(TestSite site, byte[] html) {
        site.file("site/index.html", html);
        try {
            site.render();
        } catch (RenderException e) {
            assertThat(site.bytes("index.html")).isEqualTo(html);
            return false;
        }
        assertThat(JsoupOracle.outside(site.bytes("index.html"))).isEqualTo(JsoupOracle.outside(html));
        return true;
    }

    private static byte[] damaged(byte[] html, Random random) {
        var text = new String(html, ISO_8859_1);
        int at = random.nextInt(text.length());
        var scrap = SamplePage.pick(random, SCRAPS);
        return (switch (random.nextInt(4)) {
                    case 0 -> text.substring(0, at);
                    case 1 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
                    case 2 -> text.substring(0, at) + scrap + text.substring(at);
                    default -> text.substring(0, at) + text.substring(Math.min(text.length(), at + random.nextInt(40)));
                })
                .getBytes(ISO_8859_1);
    }
}
