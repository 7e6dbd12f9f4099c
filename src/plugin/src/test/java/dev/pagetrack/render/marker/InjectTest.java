package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.SamplePage;
import dev.pagetrack.render.testing.TestSite;
import dev.pagetrack.testing.Seed;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectTest {

    private static final String END = "<!-- /pagetrack -->";

    @RegisterExtension
    final Seed seed = Seed.of(0);

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder).views("a.html", 7);
    }

    /** A bar marks the expected place. */
    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", textBlock = """
                    before  @ h1            @ <body>|<h1>T</h1><p>x
                    after   @ h1            @ <body><h1>T</h1>|<p>x
                    prepend @ h1            @ <body><h1 class='>'>|T</h1><p>x
                    append  @ h1            @ <body><H1>T|</H1><p>x
                    append  @ p             @ <p>x <b>y</b>|<p>z|
                    before  @ p + p         @ <p>x|<p>y
                    after   @ img           @ <p><img src=a.png>|b
                    after   @ br            @ <p>a<br/>|b
                    after   @ script        @ <script>'<h1>'</script>|
                    append  @ head          @ <title>T</title>|<h1>x</h1>
                    before  @ h1            @ <head><title>T</title></head>|<h1>x</h1>
                    append  @ body          @ <h1>T</h1><p>x|
                    prepend @ body          @ <html><body id=b>|<h1>T</h1></body></html>
                    append  @ body          @ <html><body><p>T|</body></html>
                    append  @ li            @ <ul><li>a|<li>b|</ul>
                    before  @ h1:contains(ü) @ é|<h1>ü</h1><h1>u</h1>
                    after   @ [title='ä']   @ <i title="&auml;"></i>|<i title=ä></i>|
                    append  @ .é            @ <i class=é>|</i>
                    append  @ #x            @ <p id=X></p><p id=x>|</p>
                    append  @ .X            @ <p class='x y'>|</p>
                    append  @ svg           @ <svg><title>t</title><path/>|</svg>
                    after   @ path          @ <svg><path/>|</svg>
                    append  @ template b    @ <template><b>x|</b></template>
                    after   @ h1            @ <!-- <h1></h1> --><script>"<h1></h1>"</script><h1></h1>|
                    append  @ div:has(> h2) @ <div><p></div><div><h2></h2>|</div>
                    """)
    void putsTheWidgetWhereTheRuleSays(String position, String selector, String page) {
        var html = page.replace("|", "");
        site.page("a.html", html).injects(rule(selector, position)).render();

        var opening = "<!-- pagetrack views injected=" + position + " -->";
        assertThat(site.read("a.html")).isEqualTo(page.replace("|", opening + "7" + END));
        assertThat(site.render().changed()).isEmpty();
        site.injects().render();
        assertThat(site.read("a.html")).isEqualTo(html);
    }

    @Test
    void keepsAndRestoresWhatItReplaces() {
        var html = "<p>a</p><div id=views><b>--> \u00e9</b></div>\r\n";
        site.page("a.html", html).injects(rule("#views", "replace")).render();

        assertThat(site.read("a.html"))
                .matches("<p>a</p><!-- pagetrack views injected=replace replaced=\\S+ -->7" + END + "\r\n");
        assertThat(site.render().changed()).isEmpty();
        site.injects(rule("#views b", "prepend")).render();
        assertThat(site.read("a.html"))
                .isEqualTo(html.replace("<b>", "<b><!-- pagetrack views injected=prepend -->7" + END));
        site.injects().render();
        assertThat(site.read("a.html")).isEqualTo(html);
    }

    @Test
    void readsTitlesFromThePageAsTheGeneratorMadeIt() {
        site.page("a.html", "<h1>T</h1><ol data-pagetrack=most-viewed></ol>")
                .injects(rule("h1", "replace"))
                .render();

        assertThat(site.read("a.html")).contains("<a href=\"a.html\" aria-current=\"page\">T</a>");
        assertThat(site.render().changed()).isEmpty();
    }

    @Test
    void appliesARuleThatChanged() {
        site.page("a.html", "<h1></h1>").injects(rule("h1", "after")).render();

        site.injects(rule("h1", "after"), rule("h1", "after", "rank"), rule("h1", "before", "site-views"))
                .render();

        assertThat(site.read("a.html"))
                .isEqualTo("<!-- pagetrack site-views injected=before -->7" + END + "<h1></h1>"
                        + "<!-- pagetrack views injected=after -->7" + END + "<!-- pagetrack rank injected=after -->1"
                        + END);
    }

    @Test
    void writesItemsIntoAListAndACompleteListElsewhere() {
        site.page("a.html", "<title>A</title><ol></ol><ul><li>x</li></ul><nav></nav>")
                .injects(
                        rule("ol", "prepend", "most-viewed"),
                        rule("li", "after", "most-viewed"),
                        rule("nav", "append", "most-viewed"))
                .render();

        var item = "<li><a href=\"a.html\" aria-current=\"page\">A</a> <span class=\"pagetrack-views\">7</span></li>\n";
        assertThat(site.read("a.html").replaceAll("<!--[^>]*-->", ""))
                .isEqualTo("<title>A</title><ol>" + item + "</ol><ul><li>x</li>" + item + "</ul><nav>"
                        + "<ol class=\"pagetrack-most-viewed\">\n" + item + "</ol></nav>");
    }

    @Test
    void injectsBesideMarkersOfBothKindsAndIgnoresTheirContent() {
        site.page(
                        "a.html",
                        "<h1>T <i data-pagetrack=views></i></h1><ul data-pagetrack=most-viewed></ul><!-- pagetrack views --><!-- /pagetrack -->")
                .injects(rule("h1", "append"), rule("a", "after"), rule("[data-pagetrack=views]", "before"))
                .render();

        assertThat(site.read("a.html"))
                .startsWith("<h1>T <!-- pagetrack views injected=before -->7" + END + "<i data-pagetrack=views>7</i>"
                        + "<!-- pagetrack views injected=append -->7" + END
                        + "</h1><ul data-pagetrack=most-viewed><li><a href")
                .endsWith("</ul><!-- pagetrack views -->7" + END);
        assertThat(site.render().changed()).isEmpty();
    }

    @Test
    void leavesPagesUnchangedThatTheRuleDoesNotApplyTo() {
        site.page("a.html", "<h1>T</h1>")
                .page("b.html", "<h1>T</h1>")
                .page("c/index.html", "<h1>T</h1>")
                .page("d.html", "<h2>T</h2>");
        var rule = new InjectRule("h1", "after", "views", Map.of(), List.of("*.html", "c/"), List.of("b.html"));

        var report = site.injects(rule).render();

        assertThat(report.changed()).containsExactly(site.path("site/a.html"), site.path("site/c/index.html"));
        assertThat(report.unchanged()).isZero();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void appliesParameters() {
        site.page("a.html", "<h1></h1>").views("a.html", 1234);
        var rule = new InjectRule("h1", "after", "views", Map.of("locale", "de", "page", "/a"), List.of(), List.of());

        site.injects(rule).render();

        assertThat(site.read("a.html")).contains(">1.234<");
    }

    @Test
    void reportsTheWrongElementOfThePom() {
        site.page("a.html", "<h1></h1>")
                .injects(
                        rule("h1", "after"),
                        rule("h1[", "behind", "veiws"),
                        rule("", "after"),
                        new InjectRule("h1", "after", "views", Map.of("limt", "3"), List.of(), List.of()),
                        new InjectRule("h1", "after", "views", Map.of("period", "week"), List.of(), List.of()));

        assertThatThrownBy(site::render).isInstanceOf(RenderException.class).hasMessage("""
                        <inject> 2: <selector> is 'h1[': it is not a CSS selector (Did not find balanced marker at '')
                        <inject> 2: <position> is 'behind': write one of before, after, prepend, append, replace
                        <inject> 2: <widget> is 'veiws': there is no such widget; there are as-of, counter-jsonld, history, last-viewed, live-views, most-viewed, rank, referrers, site-referrers, site-views, trending, views
                        <inject> 3: <selector> is '': write a CSS selector, such as article h1 or #content > .meta
                        <inject> 4: <limt> in <parameters> is not a parameter; there are limit, period, prefix, page, locale, exclude, by, template, only
                        <inject> 5: <period> is 'week': 'week' is not a period (unknown form): use all, <days>d (as 30d), <months>m (as 12m) or <from>..<to> (as 2026-01-01..2026-03-31)""");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", textBlock = """
                    after   @ li    @ <ul><li>a</ul>                  @ 1:5 @ <li> has no end tag of its own: use append, or select another element
                    replace @ p     @ <p>a                            @ 1:1 @ <p> has no end tag of its own: use append, or select another element
                    prepend @ img   @ <p><img>                        @ 1:4 @ <img> holds no elements: use before or after
                    append  @ title @ <title>T</title>                @ 1:1 @ <title> holds no elements: use before or after
                    append  @ path  @ <svg><path/></svg>              @ 1:6 @ <path> holds no elements: use before or after
                    before  @ body  @ <body>x                         @ 1:1 @ <body> allows no widget there: use prepend or append with head or body
                    append  @ html  @ <html>x</html>                  @ 1:1 @ <html> allows no widget there: use prepend or append with head or body
                    before  @ tbody @ <table><tr><td>x</table>        @ 1:8 @ <tbody> has no start tag at this place: select another element
                    append  @ i     @ <i data-pagetrack=views></i>    @ 1:25 @ is inside the marker of line 1 or replaces it: select another element, or use before or after
                    replace @ b     @ <b><i data-pagetrack=rank></i></b> @ 1:1 @ is inside the marker of line 1 or replaces it: select another element, or use before or after
                    """)
    void reportsAPlaceWhereNoWidgetCanBeInjected(
            String position, String selector, String page, String place, String why) {
        site.page("a.html", page).injects(rule(selector, position));

        assertThatThrownBy(site::render)
                .hasMessage("a.html:" + place + ": <inject> 1 (" + selector + ", " + position + ")"
                        + (why.startsWith("<") ? ": " : " ") + why);
        assertThat(site.read("a.html")).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", nullValues = "-", textBlock = """
                    append @ p     @ <p>x<p>y         @ 1:5  @ p
                    after  @ em    @ <p><em>x</em>    @ 1:14 @ p
                    before @ b     @ <a><b>x</b></a>  @ 1:4  @ a
                    after  @ p     @ <p>x</p>y        @ -    @ -
                    before @ p + p @ <p>x<p>y         @ -    @ -
                    append @ li    @ <ul><li>x</ul>   @ -    @ -
                    """)
    void refusesAWidgetThatWouldEndAnElementAroundThePlace(
            String position, String selector, String page, String place, String element) {
        site.page("a.html", page).injects(rule(selector, position, "most-viewed"));
        site.page("listed.html", "<title>Listed</title>").views("listed.html", 1);

        if (element == null) {
            site.render();
            assertThat(site.render().changed()).isEmpty();
        } else {
            assertThatThrownBy(site::render)
                    .hasMessageStartingWith("a.html:" + place + ": <inject> 1 (" + selector + ", " + position
                            + "): what most-viewed shows ends the <" + element
                            + "> around it: choose a place outside of that");
            assertThat(site.read("a.html")).isEqualTo(page);
        }
    }

    @Test
    void refusesARuleInsideAnElementThatAnotherRuleReplaces() {
        site.page("a.html", "<div><p>x</p></div>").injects(rule("div", "replace"), rule("p", "after"));

        assertThatThrownBy(site::render)
                .hasMessage(
                        "a.html:1:14: <inject> 2 (p, after) is inside the element that <inject> 1 (div, replace) replaces: remove one of the rules");
    }

    @Test
    void reportsAMissingPageOfAParameterWithItsRule() {
        site.page("a.html", "<h1></h1>")
                .injects(new InjectRule("h1", "after", "views", Map.of("page", "x"), List.of(), List.of()));

        assertThatThrownBy(site::render)
                .hasMessageStartingWith("a.html:1:10: <inject> 1 (h1, after): page=\"x\": the site has no such page");
    }

    @Test
    void warnsOfRulesWithoutEffect() {
        site.page("a.html", "<h1></h1>")
                .injects(
                        rule("h2", "after"),
                        new InjectRule("h1", "after", "views", Map.of(), List.of("b/**"), List.of()));

        var report = site.render();

        assertThat(report.warnings()).hasSize(3).first().asString().startsWith("No marker was found in 1 page: write");
        assertThat(report.warnings().get(1))
                .isEqualTo(
                        "<inject> 1 (h2, after) has no effect: its selector matches no element of the 1 page that it applies to.");
        assertThat(report.warnings().get(2))
                .isEqualTo("<inject> 2 (h1, after) has no effect: no page path matches its <includes> and <excludes>;"
                        + " write patterns such as blog/**.");
        assertThat(report.changed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "Shift_JIS", "GB18030"})
    void findsPlacesInAnyCharset(String name) {
        var charset = Charset.forName(name);
        var html = "<meta charset=" + name + "><h1 title='°'>° ¶</h1>°";
        site.file("site/a.html", html.getBytes(charset))
                .injects(rule("h1:contains(°)", "append"))
                .render();

        assertThat(new String(site.bytes("a.html"), charset))
                .isEqualTo(html.replace("</h1>", "<!-- pagetrack views injected=append -->7" + END + "</h1>"));
    }

    @Test
    void findsPlacesAfterAByteOrderMarkAndInDamagedText() {
        var html = "\u00EF\u00BB\u00BF<head><title>\u00E9</title></head><h1>\u00FF</h1>".getBytes(ISO_8859_1);
        site.file("site/a.html", html)
                .injects(rule("head + body > h1", "after"))
                .render();

        assertThat(new String(site.bytes("a.html"), ISO_8859_1))
                .isEqualTo(new String(html, ISO_8859_1) + "<!-- pagetrack views injected=after -->7" + END);
    }

    @Test
    void refusesUtf16OnlyInPagesThatItWouldWrite() {
        site.file("site/a.html", "<h1></h1>".getBytes(UTF_16)).page("b.html", "<h1></h1>");

        assertThat(site.injects(new InjectRule("h1", "after", "views", Map.of(), List.of("b.html"), List.of()))
                        .render()
                        .changed())
                .hasSize(1);
        site.injects(rule("h1", "after"));
        assertThatThrownBy(site::render)
                .hasMessage("a.html:1:1: a page in UTF-16 cannot be filled: convert it to UTF-8");
    }

    /** A rule's number and a bar mark the place of its widget. A seven is the content of a marker of the theme. */
    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", textBlock = """
                    h1 before, h1 after                      @ <body>1|<h1>T</h1>2|<p>x
                    h1 prepend, h1 append                    @ <h1>1|T2|</h1>
                    h1 after, h1 after                       @ <h1>T</h1>1|2|
                    h1 append, h1 prepend, h1 after          @ <h1>2|T1|</h1>3|
                    i before, i after                        @ <h1>1|<i data-pagetrack=views>7</i>2|</h1>
                    h1 prepend, i before, i after, h1 append @ <h1>1|2|<i data-pagetrack=views>7</i>3|4|</h1>
                    [data-pagetrack] after, p prepend        @ <p>2|<i data-pagetrack=views>7</i>1|</p>
                    p prepend, p append                      @ <p>1|<!-- pagetrack views -->7<!-- /pagetrack -->2|</p>
                    b after, u before                        @ <b>x</b>1|<!-- pagetrack views -->7<!-- /pagetrack -->2|<u>y</u>
                    b after, i before                        @ <b>x</b>1|2|<i data-pagetrack=views>7</i><!-- pagetrack views -->7<!-- /pagetrack -->
                    """)
    void combinesRulesWithEachOtherAndWithMarkers(String ruleList, String shown) {
        var rules = Arrays.stream(ruleList.split(", "))
                .map(rule -> rule(rule.substring(0, rule.indexOf(' ')), rule.substring(rule.indexOf(' ') + 1)))
                .toList();
        var expected = shown;
        for (int i = 0; i < rules.size(); i++) {
            var injected = "<!-- pagetrack views injected=" + rules.get(i).position() + " -->7" + END;
            expected = expected.replace((i + 1) + "|", injected);
        }
        var html = shown.replaceAll("\\d\\||7", "");

        assertThat(rendered(html, rules)).contains(expected);
        assertThat(site.render().changed()).isEmpty();
        for (int i = 0; i < rules.size(); i++) {
            var others = new ArrayList<>(rules);
            others.remove(i);
            assertThat(rendered(expected, others)).isEqualTo(rendered(html, others));
            assertThat(rendered(site.read("a.html"), rules)).contains(expected);
        }
        assertThat(rendered(expected, List.of())).contains(shown.replaceAll("\\d\\|", ""));
    }

    @Test
    void changesNoOtherByteWhateverThePageAndTheRules() {
        int accepted = 0;
        for (int round = 0; round < 160; round++) {
            var random = seed.random(round);
            var html = withPairsOfComments(new String(SamplePage.of(random), UTF_8), random);
            var rules = rules(random);
            var others = changed(rules, random);
            var without = rendered(html, List.of());
            var injected = rendered(html, rules);
            if (injected.isPresent()) {
                accepted++;
                assertThat(site.render().changed()).isEmpty();
                assertThat(rendered(injected.get(), others)).isEqualTo(rendered(html, others));
                assertThat(rendered(injected.get(), List.of())).isEqualTo(without);
                assertThat(rendered(without.orElseThrow(), rules)).isEqualTo(injected);
            }
        }
        assertThat(accepted).isGreaterThan(50);
    }

    /** The rendered page; empty if a rule was refused and the page was not changed. */
    private Optional<String> rendered(String html, List<InjectRule> rules) {
        site.page("a.html", html).injects(rules.toArray(InjectRule[]::new));
        try {
            site.render();
        } catch (RenderException e) {
            assertThat(e).hasMessageContaining("<inject> ");
            assertThat(site.read("a.html")).isEqualTo(html);
            return Optional.empty();
        }
        return Optional.of(site.read("a.html"));
    }

    /** The page with pairs of comments before some blocks, and at the end of some paragraphs and list items. */
    private static String withPairsOfComments(String html, Random random) {
        return Pattern.compile("\n(?=<(?:p|ul|pre|figure|blockquote|table|svg|br)\\b)|(?=</p>\n)|(?=</li>)")
                .matcher(html)
                .replaceAll(place -> place.group()
                        + SamplePage.pick(
                                random,
                                List.of("", "", "<!-- pagetrack views -->old" + END, "<!-- pagetrack rank -->" + END)));
    }

    private static List<InjectRule> rules(Random random) {
        var rules = new ArrayList<InjectRule>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rules.add(anyRule(random));
        }
        return rules;
    }

    private static InjectRule anyRule(Random random) {
        var selector = SamplePage.pick(
                random,
                List.of(
                        "p",
                        "em",
                        "ul",
                        "table",
                        "figure",
                        "h1",
                        "b",
                        "svg",
                        "body",
                        "pre + *",
                        "li:last-child",
                        "span",
                        "ol",
                        "article > [data-pagetrack]"));
        var position = SamplePage.pick(random, List.of("before", "after", "prepend", "append", "append", "replace"));
        return rule(selector, position, SamplePage.pick(random, List.of("views", "views", "most-viewed", "history")));
    }

    /** The rules with one removed, all in reverse order, or one replaced. */
    private static List<InjectRule> changed(List<InjectRule> rules, Random random) {
        var others = new ArrayList<>(rules);
        switch (random.nextInt(3)) {
            case 0 -> others.remove(random.nextInt(others.size()));
            case 1 -> Collections.reverse(others);
            default -> others.set(random.nextInt(others.size()), anyRule(random));
        }
        return others;
    }

    private static InjectRule rule(String selector, String position) {
        return rule(selector, position, "views");
    }

    private static InjectRule rule(String selector, String position, String widget) {
        return new InjectRule(selector, position, widget, Map.of(), List.of(), List.of());
    }

    /** Only a parser gives an empty file, the text of a search engine or a fragment a body. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "google-site-verification: google0123.html", "<script>window.x=1</script>", "<p>x"})
    void leavesAFileWithoutStructureAloneIfTheBodyIsSelected(String file) {
        site.page("a.html", file)
                .page("b.html", "<!doctype html>x")
                .injects(rule("body", "append"), rule("p", "prepend"));

        site.render();

        assertThat(site.read("a.html").replaceAll("<!-- pagetrack.*/pagetrack -->", ""))
                .isEqualTo(file);
        assertThat(site.read("a.html").contains("pagetrack")).isEqualTo(file.equals("<p>x"));
        assertThat(site.read("b.html")).contains("<!-- pagetrack views");
    }
}
