package dev.pagetrack.render.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds which page a path means, and which pages lists show. */
class PageNamesTest {

    private static final String VIEWS = "<i data-pagetrack=views></i>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    /** The second value is the page path in the table. */
    @ParameterizedTest
    @CsvSource({
        "a/index.html, a",
        "a/index.html, a/",
        "a/index.html, a.html",
        "a/index.html, a.htm",
        "a.html, a",
        "a.html, a/",
        "index.html, /",
        "über uns/größe.html, über uns/größe",
        "日本/index.html, 日本",
        "50%/a#b.html, 50%25/a%23b",
        "de/a/index.html, de/a",
    })
    void findsAPageInEverySpelling(String file, String counted) {
        site.page(file, VIEWS).views(counted, 5);

        site.render();

        assertThat(site.read(file)).contains(">5<");
    }

    @Test
    void keepsLanguagesApart() {
        site.page("en/a/index.html", VIEWS + "<ol data-pagetrack=most-viewed data-prefix=/en/></ol>")
                .page("de/a/index.html", VIEWS)
                .page("a/index.html", VIEWS)
                .views("en/a/", 3)
                .views("de/a/", 20)
                .views("a/", 100);

        site.render();

        assertThat(site.read("en/a/index.html")).contains("views>3<", "\"./\"").doesNotContain("de/a", "100");
        assertThat(site.read("de/a/index.html")).contains(">20<");
    }

    @Test
    void ignoresCaseIfConfiguredAndUnambiguous() {
        site.page("Blog/A.html", VIEWS)
                .page("b.html", VIEWS)
                .page("B.html", VIEWS)
                .views("Blog/A.html", 1)
                .views("blog/a", 10)
                .views("BLOG/A/", 100)
                .views("b.html", 5)
                .views("B.html", 6)
                .views("b", 7)
                .views("B.Html", 1000);

        site.render();
        assertThat(site.read("Blog/A.html")).contains(">1<");

        site.rules(new PageRules(Map.of(), true, List.of())).render();
        assertThat(site.read("Blog/A.html")).contains(">111<");
        assertThat(site.read("b.html")).contains(">12<");
        assertThat(site.read("B.html")).contains(">6<");
    }

    @Test
    void findsThePageOfAPathOfWhichOnlyTheLowerCaseIsKnown() {
        site.page("Blog/2022-Scrum/index.html", VIEWS + "<b data-pagetrack=live-views></b>")
                .page("Über.html", VIEWS)
                .page("Two.html", VIEWS)
                .page("TWO.html", VIEWS)
                .page("both.html", VIEWS)
                .page("Both.html", VIEWS)
                .page("new.html", VIEWS)
                .rules(new PageRules(Map.of("Old/Post.html", "new.html"), false, List.of()))
                .views("Blog/2022-Scrum/", 1)
                .viewsInLowerCase("blog/2022-scrum/", 20)
                .viewsInLowerCase("über", 3)
                .viewsInLowerCase("two.html", 5)
                .viewsInLowerCase("both.html", 7)
                .viewsInLowerCase("old/post.html", 9)
                .viewsInLowerCase("gone.html", 100);

        site.render();

        assertThat(site.read("Blog/2022-Scrum/index.html"))
                .contains("views>21<", "page=Blog/2022-Scrum/&amp;page=blog/2022-scrum/\"");
        assertThat(site.read("Über.html")).contains(">3<");
        assertThat(site.read("TWO.html")).as("the first of two").contains(">5<");
        assertThat(site.read("Two.html")).contains(">0<");
        assertThat(site.read("both.html")).as("its path is exactly this").contains(">7<");
        assertThat(site.read("Both.html")).contains(">0<");
        assertThat(site.read("new.html")).contains(">9<");
    }

    @Test
    void sumsWhatWasCountedUnderAliasesInAnySpelling() {
        site.file("_redirects", "# moved\n\n/old/a  /b/ 301\n/%C3%BC.html /b/index.html # umlaut\n".getBytes(UTF_8));
        var aliases = Aliases.read(List.of("_redirects", "/older/a.html old/a"), folder);
        site.page("b/index.html", VIEWS + "<b data-pagetrack=live-views></b>")
                .rules(new PageRules(aliases, false, List.of()))
                .views("b/", 1)
                .views("old/a", 20)
                .views("old/a.html", 300)
                .views("ü", 4000)
                .views("older/a/", 50000);

        site.render();

        assertThat(site.read("b/index.html"))
                .contains("views>54,321<")
                .contains("page=b/&amp;page=old/a&amp;page=old/a.html&amp;page=older/a/&amp;page=%C3%BC\"");
    }

    @Test
    void sumsWhatWasCountedUnderACanonicalLinkInAnySpelling() {
        site.page("a/index.html", "<link rel=canonical href=https://example.com/name>" + VIEWS)
                .page("name.htm", VIEWS)
                .page("b/index.html", "<link rel=canonical href=/other/>" + VIEWS)
                .views("name.htm", 5)
                .views("other", 20)
                .views("other/", 300)
                .views("other.html", 4000);

        site.render();

        assertThat(site.read("b/index.html")).contains(">4,320<");
        assertThat(site.read("name.htm")).as("its own path is this").contains(">5<");
    }

    @Test
    void ignoresCaseOfAliasesAndCanonicalLinksToo() {
        site.page("a/index.html", "<link rel=canonical href=/Name/>" + VIEWS)
                .page("b/index.html", VIEWS)
                .views("name", 10)
                .views("NAME.html", 200)
                .views("Old/Post", 3)
                .views("old/POST/", 40);
        var aliases = Map.of("old/post.html", "b/");

        site.rules(new PageRules(aliases, false, List.of())).render();
        assertThat(site.read("a/index.html")).contains(">0<");
        assertThat(site.read("b/index.html")).contains(">0<");

        site.rules(new PageRules(aliases, true, List.of())).render();
        assertThat(site.read("a/index.html")).contains(">210<");
        assertThat(site.read("b/index.html")).contains(">43<");
    }

    @Test
    void ignoresRedirectsThatNameNoPage() {
        site.file("_redirects", """
                /old/ /b/ 301
                /blog/* /news/:splat 301
                /x/:name /y/:name
                /store id=:id /b/ 301
                /chat https://chat.example/room 302
                https://old.example/b /b/ 301!
                """.getBytes(UTF_8));

        assertThat(Aliases.read(List.of("_redirects"), folder)).containsExactly(Map.entry("old/", "b/"));
    }

    @Test
    void refusesAWrongAlias() {
        assertThatThrownBy(() -> Aliases.read(List.of("nowhere.txt"), folder))
                .hasMessage(
                        "<aliases> (pagetrack.aliases) has 'nowhere.txt', which is not a file: write the old path and the"
                                + " new one, as /old/post.html /blog/post/, or the name of a file of such lines.");
        assertThatThrownBy(() -> Aliases.read(List.of("/a /b", "/a /c"), folder))
                .hasMessage("<aliases> (pagetrack.aliases): '/a' already means b: keep one of them.");
        site.file("list", "/a /b\n/a b c\n".getBytes(UTF_8));
        assertThatThrownBy(() -> Aliases.read(List.of("list"), folder))
                .hasMessage(
                        folder.resolve("list") + ":2: '/a b c' is not an alias: write the old path and the new one, as"
                                + " /old/post.html /blog/post/.");
        site.page("x.html", VIEWS).rules(new PageRules(Map.of("a", "b", "b", "a"), false, List.of()));
        assertThatThrownBy(site::render)
                .hasMessageContaining(
                        "but the site has no such page: write the path of a page of the site, or remove the alias.");
    }

    @Test
    void leavesUnlistedPagesOutOfLists() {
        site.page("index.html", "<ul data-pagetrack=most-viewed></ul><i data-pagetrack=site-views></i>")
                .page("drafts/a.html", "<title></title>")
                .page("b.html", "<title></title>")
                .rules(new PageRules(Map.of(), false, List.of("drafts/**")))
                .views("drafts/a.html", 9)
                .views("b.html", 1);

        site.render();

        assertThat(site.read("index.html")).contains("b.html", "site-views>10<").doesNotContain("drafts");
    }
}
