package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    {{! said nowhere }}{{^views}}no{{/views}}{{#prefix}}no{{/prefix}}{{^prefix}}yes{{/prefix}} | yes
                    """)
    void showsWhatATemplateNames(String template, String expected) {
        site.template("mine.mustache", template + "\r\n").render();

        assertThat(site.read("blog/a.html")).isEqualTo(PAGE.replace("</i>", expected + "</i>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {{viewz}}                | mine.mustache:2: there is no variable 'viewz'; there are ., address, asOf, before,
                    {{#page}}{{rank}}{{/page}} | mine.mustache:2: the variable 'rank' does not exist there
                    {{items}}                | mine.mustache:2: a list or a group of values has no text of its own: name one of its values
                    {{{views}}}              | mine.mustache:2: 'views' would not be escaped: write {{views}}
                    {{&views}}               | mine.mustache:2: 'views' would not be escaped: write {{views}}
                    {{#items}}               | mine.mustache:2: Failed to close 'items' tag
                    {{#items}}{{/page}}      | mine.mustache:2: Mismatched start/end tags: items != page
                    {{views                  | mine.mustache:2: Improperly closed variable
                    {{>*views}}              | mine.mustache:2: {{>*…}} is not supported: name the partial
                    {{%anything}}            | mine.mustache:2: {{%…}} is not supported: remove it
                    {{class.name}}           | mine.mustache:2: there is no variable 'class.name'
                    {{> ../../secret}}       | '../../secret.mustache' is no name of a template: letters, digits, - and _ only, no folder
                    {{> nothing}}            | there is no template nothing.mustache in
                    """)
    void namesFileLineAndVariable(String template, String message) {
        site.template("mine.mustache", "first line\n" + template);
        var expected = message.startsWith("mine") ? site.path("widgets") + "/" + message : message;

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .message()
                .contains(expected);
        assertThat(site.read("blog/a.html")).isEqualTo(PAGE);
    }

    @Test
    void putsTheUsersTemplateBeforeTheBuiltInOne() {
        site.page("c.html", "<b data-pagetrack=views></b>")
                .template("mine.mustache", "")
                .template("views.mustache", "{{views.raw}}!");

        site.render();

        assertThat(site.read("c.html")).isEqualTo("<b data-pagetrack=views>0!</b>");
    }

    @Test
    void includesTemplatesOfBothPlacesByName() {
        site.template("mine.mustache", "[{{> _part}}] {{> views}}").template("_part.mustache", "part\n");

        site.render();

        assertThat(site.read("blog/a.html")).contains(">[part] 1,234,567<");
    }

    @Test
    void takesNoPartForAWidget() {
        site.template("_part.mustache", "")
                .page("c.html", "<b data-pagetrack=_part></b>")
                .template("mine.mustache", "");

        assertThatThrownBy(site::render)
                .hasMessage(
                        "c.html:1:1: data-pagetrack=\"_part\": there is no such widget; there are as-of, counter-jsonld, history,"
                                + " last-viewed, mine, most-viewed, rank, site-views, trending, views");
    }

    @Test
    void namesATemplateThatCannotBeRead() {
        site.file("widgets/mine.mustache", "é".getBytes(ISO_8859_1));

        assertThatThrownBy(site::render)
                .hasMessage(site.path("widgets/mine.mustache") + ": not valid UTF-8: save the template as UTF-8");
    }

    @Test
    void namesAFolderThatIsNone() throws Exception {
        Files.writeString(site.path("widgets"), "x");

        assertThatThrownBy(site::render)
                .message()
                .startsWith("widgetDirectory " + site.path("widgets") + " cannot be read");
    }
}
