package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetTemplatesTest {

    private static final String PAGE =
            "<title>T</title><meta name=description content='d &amp; e'><i data-pagetrack=mine></i>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder).page("blog/a.html", PAGE).page("b.html", "<h1>B <b>&amp;</b> b</h1>");
        site.views("blog/a.html", 1234567).views("b.html", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {{views}} {{views.raw}} {{views.grouped}}                       | 1,234,567 1234567 1,234,567
                    {{#views}}{{raw}} {{grouped}}{{/views}}                         | 1234567 1,234,567
                    {{views.compact}} {{siteViews}} {{position}}/{{ranked.raw}}     | 1.2M 1,234,568 1/2
                    {{lastViewed}} {{lastViewed.date}} {{#asOf}}{{date}}{{/asOf}}   | 2024-03-10T12:34:56Z 2024-03-10 2024-03-10
                    {{page.address}} {{#items}}{{address}};{{/items}}               | /blog/a.html /blog/a.html;/b.html;
                    {{exclude}}. {{history.by}} {{history.total}} {{history.max.raw}} | . month 0 0
                    {{page.title}}, {{page.href}}, {{page.url}}, {{page.path}}      | T, a.html, /blog/a.html, blog/a.html
                    {{#page}}{{title}}: {{description}}{{/page}}                    | T: d &amp; e
                    {{#items}}{{rank}} {{title}} {{href}} {{views}}{{^current}} other{{/current}};{{/items}} | 1 T a.html 1,234,567;2 B &amp; b ../b.html 1 other;
                    {{limit}} {{period}} {{prefix}}. {{locale}} {{asOf}}            | 5 all . en 2024-03-10T12:34:56Z
                    {{#inList}}list{{/inList}}{{^inList}}none{{/inList}}            | none
                    {{! a comment }}{{^views}}no{{/views}}{{#prefix}}no{{/prefix}}{{^prefix}}yes{{/prefix}} | yes
                    """)
    void showsTheVariablesThatATemplateNames(String template, String expected) {
        site.template("mine.mustache", template + "\r\n").render();

        assertThat(site.read("blog/a.html")).isEqualTo(PAGE.replace("</i>", expected + "</i>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {{viewz}}                | mine.mustache:2: there is no variable 'viewz' here: did you mean views?
                    {{page.titel}}           | mine.mustache:2: there is no variable 'page.titel' here: did you mean title?
                    {{nonsense}}             | mine.mustache:2: there is no variable 'nonsense' here: the variables here are asOf, exclude,
                    {{#page}}{{rank}}{{/page}} | mine.mustache:2: there is no variable 'rank' here: the variables here are address, asOf,
                    {{^items}}{{rank}}{{/items}} | mine.mustache:2: there is no variable 'rank' here: the variables here are asOf,
                    {{#items}}{{/items}}{{rank}} | mine.mustache:2: there is no variable 'rank' here:
                    {{items}}                | mine.mustache:2: 'items' is a list or a group of values and has no text: name one of its values
                    {{inList}}               | mine.mustache:2: 'inList' is true or false and has no text: write {{#inList}}…{{/inList}}
                    {{.}}                    | mine.mustache:2: {{.}} has no value here: write the name of a variable
                    {{> mine}}               | mine.mustache:2: Maximum partial recursion limit reached: 100
                    {{{views}}}              | mine.mustache:2: 'views' would not be escaped: write {{views}}, or set <unescaped> (pagetrack.unescaped) to true
                    {{&views}}               | mine.mustache:2: 'views' would not be escaped: write {{views}}, or set <unescaped> (pagetrack.unescaped) to true
                    {{#items}}               | mine.mustache:2: Failed to close 'items' tag
                    {{#items}}{{/page}}      | mine.mustache:2: Mismatched start/end tags: items != page
                    {{views                  | mine.mustache:2: Improperly closed variable
                    {{>*views}}              | mine.mustache:2: {{>*…}} is not supported: write the name of the partial
                    {{%anything}}            | mine.mustache:2: {{%…}} is not supported: remove it
                    {{class.name}}           | mine.mustache:2: there is no variable 'class.name' here
                    {{> ../../secret}}       | mine.mustache:2: '../../secret.mustache' is not the name of a template: use only letters, digits, - and _, and no folder
                    {{> nothing}}            | mine.mustache:2: there is no template nothing.mustache in
                    {{< nothing}}{{/nothing}} | mine.mustache:2: there is no template nothing.mustache in
                    """)
    void reportsErrorsWithFileLineAndVariable(String template, String message) {
        site.template("mine.mustache", "first line\n" + template);
        var expected = message.startsWith("mine") ? site.path("widgets") + "/" + message : message;

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .message()
                .contains(expected);
        assertThat(site.read("blog/a.html")).isEqualTo(PAGE);
    }

    @Test
    void prefersTheUsersTemplateToTheBuiltInOne() {
        site.page("c.html", "<b data-pagetrack=views></b>")
                .template("mine.mustache", "")
                .template("views.mustache", "{{views.raw}}!");

        site.render();

        assertThat(site.read("c.html")).isEqualTo("<b data-pagetrack=views>0!</b>");
    }

    @Test
    void includesTheUsersAndBuiltInTemplatesByName() {
        site.template("mine.mustache", "[{{> _part}}] {{> views}}").template("_part.mustache", "part\n");

        site.render();

        assertThat(site.read("blog/a.html")).contains(">[part] 1,234,567<");
    }

    @Test
    void refusesAPartialAsAWidget() {
        site.template("_part.mustache", "")
                .page("c.html", "<b data-pagetrack=_part></b>")
                .template("mine.mustache", "");

        assertThatThrownBy(site::render)
                .hasMessage(
                        "c.html:1:1: data-pagetrack=\"_part\": there is no such widget; there are as-of, counter-jsonld, history,"
                                + " last-viewed, live-views, mine, most-viewed, rank, referrers, site-referrers, site-views, trending, views");
    }

    @Test
    void reportsATemplateThatCannotBeRead() {
        site.file("widgets/mine.mustache", "é".getBytes(ISO_8859_1));

        assertThatThrownBy(site::render)
                .hasMessage(site.path("widgets/mine.mustache") + ": not valid UTF-8: save the template as UTF-8");
    }

    @Test
    void reportsAWidgetDirectoryThatIsAFile() throws Exception {
        Files.writeString(site.path("widgets"), "x");

        assertThatThrownBy(site::render)
                .message()
                .startsWith("widgetDirectory " + site.path("widgets") + " cannot be read");
    }

    /** Each value is in a place where it could become markup or script although it is escaped. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <script>t = "{{page.title}}"</script>           | 'page.title' stands in <script>, where only a number's .raw, a date, a time or an address is safe
                    <script type="application/ld+json">{"n": "{{page.title}}"}</script> | 'page.title' stands in <script>
                    <script>n = {{views}}</script>                  | 'views' stands in <script>
                    <style>.{{prefix}} {}</style>                   | 'prefix' stands in <style>
                    <iframe>{{page.path}}</iframe>                  | 'page.path' stands in <iframe>
                    <p onclick="x('{{page.path}}')">                | 'page.path' stands in onclick=
                    <p style="width: {{period}}">                   | 'period' stands in style=
                    <iframe srcdoc="{{page.title}}"></iframe>       | 'page.title' stands in srcdoc=
                    <a href="{{page.path}}">x</a>                   | 'page.path' would begin the URL of href=: use href, url or address
                    <svg><a xlink:href='{{page.title}}'>x</a></svg> | 'page.title' would begin the URL of xlink:href=
                    <img src="{{page.description}}">                | 'page.description' would begin the URL of src=
                    {{#items}}<a href="{{title}}"></a>{{/items}}    | 'title' would begin the URL of href=
                    <p title={{page.title}}>                        | 'page.title' stands in an attribute without quotes: write title="…"
                    <p title=a{{page.href}}>                        | 'page.href' stands in an attribute without quotes
                    <p {{page.path}}>                               | 'page.path' would be part of the name of a tag or an attribute
                    <p {{views.raw}}="x">                           | 'views.raw' would be part of the name of a tag or an attribute
                    <h{{limit}}>x</h1>                              | 'limit' would be part of the name of a tag or an attribute
                    <b>x</{{by}}>                                   | there is no variable 'by' here
                    <b>x</b{{limit}}>                               | 'limit' would be part of an end tag
                    <svg><script>t = "{{page.title}}"</script></svg> | 'page.title' stands in <script>, where only a number's .raw
                    <svg><style>.{{prefix}} {}</style></svg>        | 'prefix' stands in <style>
                    <svg><script><![CDATA["{{page.title}}"]]></script></svg> | 'page.title' stands in <script>
                    <svg><g><script></g></script><b></b>{{page.title}}<script>{{page.title}}</script></svg> | 'page.title' stands in <script>
                    <a href="javascript:{{page.path}}">x</a>        | 'page.path' stands in the URL of href=, whose beginning
                    <a href="javascript:x({{views.raw}})">x</a>     | 'views.raw' stands in the URL of href=
                    <a href="javascript:{{page.address}}">x</a>     | 'page.address' stands in the URL of href=
                    <a href=" java&#115;cript:x('{{page.title}}')">x</a> | 'page.title' stands in the URL of href=
                    <a href="data:text/html,{{page.title}}">x</a>   | 'page.title' stands in the URL of href=
                    <a href="java{{page.title}}">x</a>              | 'page.title' stands in the URL of href=
                    <a href="//{{page.title}}/">x</a>               | 'page.title' stands in the URL of href=
                    <a href="/{{page.title}}">x</a>                 | 'page.title' stands in the URL of href=
                    <a href="https://{{page.title}}/">x</a>         | 'page.title' stands in the URL of href=
                    <a href="https://e.example{{page.title}}">x</a> | 'page.title' stands in the URL of href=
                    <a href=" {{page.title}}">x</a>                 | 'page.title' would begin the URL of href=
                    <a href="{{page.href}}{{page.title}}">x</a>     | 'page.title' stands in the URL of href=, before any
                    <img srcset="{{page.url}} 1x, {{page.title}} 2x"> | 'page.title' stands in the URLs of srcset=
                    <meta http-equiv=refresh content="0;url={{page.title}}"> | 'page.title' stands in content=, where no value is safe
                    <meta content="0;url=javascript:{{page.address}}" http-equiv="Refresh"> | 'page.address' stands in content=
                    <svg><a><animate attributeName=href values="{{page.title}}"></animate></a></svg> | 'page.title' stands in values=
                    <svg><set attributeName=href to="javascript:{{page.address}}"></set></svg> | 'page.address' stands in to=
                    <svg><animate attributeName="{{page.path}}"></animate></svg> | 'page.path' stands in attributename=
                    <p xml:base="{{page.url}}">                     | 'page.url' stands in xml:base=
                    <p x-html="{{page.title}}">                     | 'page.title' stands in x-html=
                    <p id="{{page.title}}">                         | 'page.title' stands in id=, where only a number's .raw
                    <svg><rect width="{{page.title}}"></rect></svg> | 'page.title' stands in width=
                    <iframe srcdoc="{{views.raw}}"></iframe>        | 'views.raw' stands in srcdoc=, where no value is safe
                    <a target="{{page.title}}">                     | 'page.title' stands in target=
                    <p title="{{page.title}}                        | 'page.title' stands in a tag or comment that the template does not end
                    <!-- {{page.title}}                             | 'page.title' stands in a tag or comment that the template does not end
                    """)
    void refusesAValueWhereItWouldNotStayText(String template, String message) {
        site.template("mine.mustache", "first line\n" + template);

        assertThatThrownBy(site::render).message().startsWith(site.path("widgets") + "/mine.mustache:2: " + message);
        assertThat(site.read("blog/a.html")).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>n = {{views.raw}}; u = '{{page.address}}'; t = '{{asOf.time}}'</script>",
                "<svg width={{history.width}}></svg><i style='width: {{views.raw}}px'></i>",
                "<a href='{{page.href}}?{{page.query}}' title=\"{{page.title}}\">{{page.title}}</a><!-- {{page.title}} -->",
                "<a href=\"https://example.org/?q={{page.path}}\">x</a><img srcset=\"{{page.url}} 2x\">",
                "<svg><text x='{{views.raw}}'>{{page.title}}</text><rect id='r{{views.raw}}'><title>{{page.title}}</title></rect></svg>",
                "<svg><script>n = {{views.raw}}</script></svg>{{page.title}} <a href='/search?q={{page.title}}'>x</a>",
                "<a href='mailto:a@example.org?subject={{page.title}}'>x</a><a href='/blog/{{page.path}}#{{page.title}}'>x</a>",
                "<p aria-label='{{page.title}}' data-title='{{page.title}}'></p><meta name=a content='{{page.title}}'>",
                "<a href='{{page.href}}#{{page.title}}' download='{{page.title}}'><img alt='{{page.title}}' src=a></a>",
                "<textarea>{{page.title}}</textarea><title>{{page.title}}</title> 1 < 2 {{page.title}}",
                "<li{{#inList}} class='{{period}}'{{/inList}}>{{#prefix}}{{.}}{{/prefix}}</li>",
            })
    void allowsAValueWhereItStaysText(String template) {
        assertThat(site.template("mine.mustache", template).render().changed()).hasSize(1);
    }

    @Test
    void leavesValuesUnescapedIfTheUserAllowsIt() {
        site.page("c.html", "<h1>C &amp; c</h1><i data-pagetrack=mine></i>")
                .template("mine.mustache", "{{{page.title}}} {{&page.title}} {{page.title}}")
                .unescaped()
                .render();

        assertThat(site.read("c.html")).contains(">C & c C & c C &amp; c<");
    }

    @Test
    void refusesALinkOutOfTheFolder() throws Exception {
        site.template("x.mustache", "").file("secret", "s".getBytes(ISO_8859_1));
        Files.createSymbolicLink(site.path("widgets/mine.mustache"), site.path("secret"));

        assertThatThrownBy(site::render)
                .hasMessage(site.path("widgets/mine.mustache") + " is a link to "
                        + site.path("secret").toRealPath() + ", outside of the folder: copy the file into it");
    }

    @Test
    void usesTheWidgetsDefaultsWithAnotherTemplate() {
        site.page(
                        "c.html",
                        "<i data-pagetrack=history data-template=mine></i><i data-pagetrack=views data-template=mine></i>")
                .template("mine.mustache", "{{period}}")
                .render();

        assertThat(site.read("c.html")).contains(">12m<", ">all<");
    }

    @Test
    void reportsATemplateThatDoesNotExist() {
        site.template("mine.mustache", "").page("c.html", "<i data-pagetrack=views data-template=_x></i>");

        assertThatThrownBy(site::render)
                .hasMessageStartingWith("c.html:1:1: template=\"_x\": there is no such template; there are as-of,");
    }

    @Test
    void writesTheQueryOfTheScriptBesideTheFigure() {
        site.template("mine.mustache", "")
                .page("c&d/index.html", "<b data-pagetrack=live-views></b>")
                .views("c&d", 1)
                .views("c&d/", 2)
                .render();

        assertThat(site.read("c&d/index.html"))
                .isEqualTo("<b data-pagetrack=live-views><span"
                        + " data-pagetrack-query=\"page=c%26d&amp;page=c%26d/\">3</span></b>");
    }
}
