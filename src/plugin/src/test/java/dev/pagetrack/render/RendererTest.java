package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.render.testing.SamplePage;
import dev.pagetrack.render.testing.TestSite;
import dev.pagetrack.stats.StatisticsUnavailableException;
import dev.pagetrack.testing.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {

    private static final String VIEWS = "<span data-pagetrack=views></span>";

    @RegisterExtension
    final Seed seed = Seed.of(0);

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    @Test
    void fillsCountersAndLists() {
        site.page("index.html", "<title>Home</title><ol data-pagetrack=most-viewed></ol>\r\n")
                .page(
                        "blog/a/index.html",
                        "<title>A</title><b>" + VIEWS + "</b><div data-pagetrack=most-viewed data-limit=1>x</div>")
                .page("blog/b.html", "<title>B</title>no marker")
                .views("/", 2)
                .views("blog/a/", 1234)
                .views("blog/b.html", 5)
                .views("blog/gone/", 9999);

        var report = site.render();

        assertThat(site.read("index.html")).isEqualTo("""
                        <title>Home</title><ol data-pagetrack=most-viewed>\
                        <li><a href="blog/a/">A</a> <span class="pagetrack-views">1,234</span></li>
                        <li><a href="blog/b.html">B</a> <span class="pagetrack-views">5</span></li>
                        <li><a href="./" aria-current="page">Home</a> <span class="pagetrack-views">2</span></li>
                        </ol>\r
                        """);
        assertThat(site.read("blog/a/index.html")).isEqualTo("""
                        <title>A</title><b><span data-pagetrack=views>1,234</span></b><div data-pagetrack=most-viewed data-limit=1>\
                        <ol class="pagetrack-most-viewed">
                        <li><a href="./" aria-current="page">A</a> <span class="pagetrack-views">1,234</span></li>
                        </ol></div>""");
        assertThat(report)
                .isEqualTo(new RenderReport(
                        3,
                        new TreeMap<>(Map.of("most-viewed", 2, "views", 1)),
                        List.of(site.path("site/blog/a/index.html"), site.path("site/index.html")),
                        0,
                        Optional.of(TestSite.AS_OF),
                        Optional.of(site.path("site/index.html")),
                        List.of(
                                "The site no longer has 1 page with 9,999 views in the table: blog/gone/ (9,999 views). Add"
                                        + " an alias to <aliases> (pagetrack.aliases) for each page that has moved;"
                                        + " pagetrack:doctor lists them all."),
                        List.of()));
    }

    @Test
    void takesACanonicalLinkBehindANoscriptThatABrowserWithScriptsSkips() {
        var tracker = "<noscript><img src=t.png><link rel=canonical href=/wrong/></noscript>";
        site.page("a.html", "<head>" + tracker + "<link rel=canonical href=/nice/a/></head>" + VIEWS)
                .views("a.html", 49)
                .views("nice/a/", 500)
                .views("wrong/", 7000);

        site.render();

        assertThat(site.read("a.html")).contains(">549<");
    }

    @Test
    void namesAPageToOpen() {
        site.page("notes.txt", "");
        assertThat(site.render().pageToOpen()).isEmpty();
        site.page("a.html", "a").page("b.html", VIEWS).views("b.html", 7);

        assertThat(site.render().pageToOpen()).contains(site.path("site/b.html")); // it changed
        assertThat(site.render().pageToOpen()).contains(site.path("site/a.html")); // the first
        site.page("index.html", "i");
        assertThat(site.render().pageToOpen()).contains(site.path("site/index.html"));
    }

    @Test
    void changesNothingWhenNothingChanged() throws IOException {
        site.page("a.html", VIEWS + "<ul data-pagetrack=most-viewed></ul>").views("a.html", 7);
        site.render();
        var old = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.setLastModifiedTime(site.path("site/a.html"), old);
        var before = site.read("a.html");

        var report = site.render();

        assertThat(report.changed()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(site.read("a.html")).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(site.path("site/a.html"))).isEqualTo(old);
    }

    @Test
    void sumsTheNamesOfOnePageAndKeepsPagesOfTheirOwnNameApart() {
        site.page("a/index.html", VIEWS)
                .page("b.html", VIEWS)
                .page("c.html", VIEWS)
                .page("c/index.html", VIEWS)
                .page("new.html", "<link rel=canonical href='https://example.com/old/?x'>" + VIEWS)
                .views("a", 1)
                .views("a/", 10)
                .views("a.html", 100)
                .views("b/", 2)
                .views("c", 3)
                .views("c.html", 30)
                .views("old/", 4)
                .views("new", 40);

        site.render();

        assertThat(site.read("a/index.html")).contains(">111<");
        assertThat(site.read("b.html")).contains(">2<");
        assertThat(site.read("c/index.html")).contains(">3<");
        assertThat(site.read("c.html")).contains(">30<");
        assertThat(site.read("new.html")).contains(">44<");
    }

    @Test
    void countsAPeriodUpToTheInstantOfTheFigures() {
        site.page("a.html", "<i data-pagetrack=views data-period=30d></i><i data-pagetrack=views data-period=2m></i>")
                .page("b.html", "<i data-pagetrack=views data-page=/a data-period=2024-03-10..2024-03-10></i>")
                .views("a.html", 9999)
                .month("2024-02", "a.html", 1, 0, 0, 0, 0, 0, 0, 0, 20, 300)
                .month("2024-03", "a.html", 0, 0, 0, 0, 0, 0, 0, 0, 0, 4000, 50000);

        site.render();

        assertThat(site.read("a.html")).contains(">4,300<", ">54,321<");
        assertThat(site.read("b.html")).contains(">4,000<");
        assertThat(site.monthsRead()).containsExactly(YearMonth.of(2024, 2), YearMonth.of(2024, 3));
    }

    @Test
    void leavesNoindexPagesOutOfLists() {
        site.page("index.html", "<ul data-pagetrack=most-viewed data-prefix=/blog/></ul>")
                .page("blog/x.html", "<meta name=Robots content='follow, NOINDEX'>")
                .page("blog/b.html", "<title></title>")
                .page("blog/a.html", "<title></title>")
                .page("404.html", "<title></title>")
                .views("blog/x.html", 5)
                .views("blog/b.html", 1)
                .views("blog/a.html", 1)
                .views("404.html", 9)
                .views("/", 9);

        site.render();

        assertThat(site.read("index.html").replaceAll("<[^>]*>", "")).isEqualTo("blog/a.html 1\nblog/b.html 1\n");
    }

    @Test
    void leavesFiguresOutOfTitles() {
        site.page("a.html", "<h1>A <i data-pagetrack=views>old</i><!-- pagetrack views -->old<!-- /pagetrack --></h1>")
                .page("b.html", "<ol data-pagetrack=most-viewed></ol>")
                .views("a.html", 3);

        site.render();

        assertThat(site.read("b.html")).contains("<a href=\"a.html\">A</a>");
        assertThat(site.render().changed()).isEmpty();
    }

    @Test
    void showsThatNothingWasViewed() {
        site.page("a.html", "<ul data-pagetrack=most-viewed></ul><p data-pagetrack=views>?</p>");

        site.render();

        assertThat(site.read("a.html"))
                .isEqualTo("<ul data-pagetrack=most-viewed><li class=\"pagetrack-empty\">No views yet</li>\n</ul>"
                        + "<p data-pagetrack=views>0</p>");
    }

    @Test
    void escapesTitlesAndNamesOfPages() {
        site.page("a'\"&<.html", "<meta property=og:title content='\"><script>alert(1)</script>{{views}}'>")
                .page("z.html", "<ul data-pagetrack=most-viewed></ul>")
                .views("a'\"&<.html", 1);

        site.render();

        assertThat(site.read("z.html"))
                .contains(
                        "<li><a href=\"a&#39;%22&amp;%3C.html\">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{views}}</a>");
    }

    @Test
    void findsPagesBelowThePathOfTheSitesAddress() {
        site.url("https://example.com/docs")
                .page("index.html", VIEWS)
                .page("größe/50%.html", VIEWS + "<link rel=canonical href=//other.example/docs/x>")
                .views("docs/", 3)
                .views("docs/größe/50%25.html", 4)
                .views("docs/x", 5);

        site.render();

        assertThat(site.read("index.html")).contains(">3<");
        assertThat(site.read("größe/50%.html")).contains(">4<");
    }

    @Test
    void writesReferencesIntoPagesOfOtherCharsets() {
        var html =
                "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>é<i data-pagetrack=views data-locale=fr></i>";
        site.file("site/a.html", html.getBytes(ISO_8859_1)).views("a.html", 1234);

        site.render();

        assertThat(new String(site.bytes("a.html"), ISO_8859_1)).isEqualTo(html.replace("</i>", "1&#8239;234</i>"));
    }

    @Test
    void refusesUtf16() {
        site.file("site/a.html", VIEWS.getBytes(UTF_16));

        assertThatThrownBy(site::render)
                .hasMessage("a.html:1:1: a page in UTF-16 cannot be filled: convert it to UTF-8");
    }

    @Test
    void writesNothingWhenAnyMarkerIsWrong() {
        site.page("a.html", VIEWS)
                .page(
                        "b.html",
                        "\n <i data-pagetrack=view></i><i data-pagetrack=views data-limt=3 data-mine=x data-period=week></i>")
                .page(
                        "c.html",
                        "<i data-pagetrack=most-viewed data-limit=0></i><!-- pagetrack views per=1 --><!-- /pagetrack -->");

        assertThatThrownBy(site::render).isInstanceOf(RenderException.class).hasMessage("""
                        b.html:2:2: data-pagetrack="view": there is no such widget; there are as-of, counter-jsonld, history, last-viewed, live-views, most-viewed, rank, referrers, site-referrers, site-views, trending, views
                        b.html:2:29: data-limt is not a parameter: write data-limit, or rename the attribute if it is meant for something else
                        b.html:2:29: data-period="week": 'week' is not a period (unknown form): use all, <days>d (as 30d), <months>m (as 12m) or <from>..<to> (as 2026-01-01..2026-03-31)
                        c.html:1:1: data-limit="0": use a whole number from 1 to 1000
                        c.html:1:48: per is not a parameter; there are limit, period, prefix, page, locale, exclude, by, template, only""");
        assertThat(site.read("a.html")).isEqualTo(VIEWS);
    }

    @Test
    void refusesAPageThatDoesNotExist() {
        site.page("a.html", "<b>\n<i data-pagetrack=views data-page=/nowhere/></i>");

        assertThatThrownBy(site::render)
                .hasMessage("a.html:2:1: page=\"nowhere/\": the site has no such page;"
                        + " write a page path, such as blog/articles/my-article/");
    }

    @Test
    void leavesTheSiteAloneWhenThereAreNoFigures() {
        site.page("a.html", VIEWS);
        var settings = RenderSettings.of(new SiteRoot(site.path("site"), Optional.empty()), folder);
        var unavailable = new StatisticsUnavailableException("no table");

        assertThatThrownBy(() -> new Renderer(settings).render(new UnavailableSource(unavailable)))
                .isSameAs(unavailable);
        assertThat(site.read("a.html")).isEqualTo(VIEWS);
    }

    @Test
    void refusesASiteRootThatIsNoFolder() {
        assertThatThrownBy(site::render).hasMessageStartingWith("siteRoot " + site.path("site") + " does not exist: ");
        site.file("site", "x".getBytes(UTF_8));
        assertThatThrownBy(site::render).hasMessageStartingWith("siteRoot " + site.path("site") + " is a file: ");
    }

    @Test
    void warnsAboutASiteWithoutMarkersAndReadsNoFigures() {
        site.page("a.html", "x");

        var report = site.render();

        assertThat(report.asOf()).isEmpty();
        assertThat(report.warnings()).singleElement().asString().startsWith("No marker was found in 1 page: write");
    }

    @Test
    void warnsAboutCompressedCopiesThatNoLongerMatch() {
        site.page("a.html", VIEWS)
                .page("a.html.gz", "old")
                .page("a.html.br", "old")
                .page("a.html.zst", "old")
                .page("b.html.gz", "other");

        assertThat(site.render().warnings())
                .containsExactly("Compressed copies no longer match their pages; compress after rendering: "
                        + site.path("site/a.html.br") + ", " + site.path("site/a.html.gz") + ", "
                        + site.path("site/a.html.zst"));
    }

    @Test
    void deletesTemporaryFilesOfAKilledRun() {
        site.page("a.html", VIEWS).page(".pagetrack-1.tmp", "half a page");

        site.render();

        assertThat(site.path("site").toFile().list()).containsExactly("a.html");
    }

    @Test
    void deletesTemporaryFilesOfAKilledRunAlsoFromASiteWithoutMarkers() {
        site.page("a.html", "x").page("b/.pagetrack-1.tmp", "half a page");

        site.render();

        assertThat(site.path("site/b").toFile().list()).isEmpty();
    }

    /** One thread reads all pages into the same memory. */
    @Test
    void stopsAtTheEndOfAPageWhateverWasReadBefore() {
        var marker = "<span data-pagetrack=views>";
        var site = new TestSite(folder)
                .threads(1)
                .page("a.html", marker + "1</span>" + "</span>".repeat(20))
                .page("b.html", marker + "1");

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("b.html:1:1: the marker <span data-pagetrack=\"views\"> has no end");
    }

    @Test
    void countsEveryMarker() {
        var marker = "<b data-pagetrack=views></b>";
        var site = new TestSite(folder).page("a.html", marker + marker).page("b.html", marker);

        assertThat(site.render().markers()).hasToString("{views=3}");
    }

    /** Lists of the same length are distinguished by their digests. */
    @Test
    void replacesAListByOneOfTheSameLength() {
        var site = new TestSite(folder)
                .page("index.html", "<ol data-pagetrack=most-viewed data-prefix=posts/></ol>")
                .page("posts/one/index.html", "<h1>One</h1>")
                .page("posts/two/index.html", "<h1>Two</h1>")
                .views("posts/one/", 3)
                .views("posts/two/", 2);
        site.render();
        site.views("posts/one/", 2).views("posts/two/", 3).render();

        assertThat(site.read("index.html")).containsSubsequence("Two", "One");
    }

    @Test
    void rendersAPageOfOneCharacter() {
        site.page("a.html", "<").injects(new InjectRule("body", "append", "views", Map.of(), List.of(), List.of()));

        site.render();

        assertThat(site.read("a.html")).startsWith("<");
    }

    @Test
    void refusesAPageThatChangedAfterItsMarkersWereFound() {
        var changed = "<p>new</p>" + VIEWS;
        site.page("a.html", VIEWS).views("a.html", 3);

        assertThatThrownBy(() -> site.render(months -> {
                    var figures = site.read(months);
                    site.page("a.html", changed);
                    return figures;
                }))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("a.html was changed by another program while the site was rendered");
        assertThat(site.read("a.html")).isEqualTo(changed);
        assertThat(site.path("site").toFile().list()).containsExactly("a.html");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsPermissionsAndFollowsNoLinks() throws IOException {
        site.page("a.html", VIEWS).file("outside.html", VIEWS.getBytes(UTF_8));
        Files.createSymbolicLink(site.path("site/link.html"), site.path("outside.html"));
        Files.createSymbolicLink(site.path("site/loop"), site.path("site"));
        Files.setPosixFilePermissions(site.path("site/a.html"), PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(site.render().pages()).isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(site.path("site/a.html")))
                .isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(Files.readString(site.path("outside.html"))).isEqualTo(VIEWS);
    }

    @Test
    void rendersTheSameBytesWithAnyNumberOfThreads(@TempDir Path other) {
        var alone = manyPages(new TestSite(other), seed.random()).threads(1);
        manyPages(site, seed.random()).threads(4);

        assertThat(names(site.render(), folder)).isEqualTo(names(alone.render(), other));
        for (int i = 0; i < 200; i++) {
            assertThat(site.bytes("p" + i % 7 + "/" + i + ".html"))
                    .isEqualTo(alone.bytes("p" + i % 7 + "/" + i + ".html"));
        }
    }

    private static TestSite manyPages(TestSite site, Random random) {
        for (int i = 0; i < 200; i++) {
            var name = "p" + i % 7 + "/" + i + ".html";
            site.file("site/" + name, SamplePage.of(random)).views(name, i % 13);
        }
        return site;
    }

    private static List<String> names(RenderReport report, Path folder) {
        return report.changed().stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }
}
