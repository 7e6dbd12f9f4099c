package dev.pagetrack.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.DomOutline;
import dev.pagetrack.render.testing.DomOutline.Oracle;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts each kind of widget at each place of each element. A place is refused, or a parser of HTML finds the whole
 * widget there, and the rest of the page as it was.
 */
class PlacesOracleTest {

    /** One widget of each kind: text, an inline element, a script, a list, and blocks with SVG and a table. */
    private static final List<String> WIDGETS =
            List.of("views", "live-views", "counter-jsonld", "most-viewed", "history");

    private static final List<String> FLOW = List.of(
            ("a abbr acronym address applet article aside b bdi bdo big blockquote button canvas center cite code data"
                            + " datalist del details dfn dialog dir div dl em fieldset figcaption figure font footer form"
                            + " h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend li listing main map mark"
                            + " marquee menu meter nav nobr noembed noframes noscript object ol optgroup option output p"
                            + " picture pre progress q rp rt ruby s samp script search section select slot small span"
                            + " strike strong style sub summary sup template textarea time title tt u ul var video audio"
                            + " xmp x-element")
                    .split(" "));

    /** Fragments in which an element needs others around it. The element has the id {@code x}. */
    private static final List<String> SPECIAL = List.of(
            "<table><caption id=x>a</caption><tr><td>b</table>",
            "<table id=x><tr><td>a</td></tr></table>",
            "<table><colgroup id=x><col></colgroup><tr><td>a</table>",
            "<table><colgroup><col id=x><col></colgroup><tr><td>a</table>",
            "<table><thead id=x><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
            "<table><tbody id=x><tr><td>a</td></tr></tbody></table>",
            "<table><tfoot id=x><tr><td>a</td></tr></tfoot></table>",
            "<table><tr id=x><td>a</td></tr></table>",
            "<table><tr><td id=x>a</td><td>b</td></tr></table>",
            "<table><tr><th id=x>a</th></tr></table>",
            "<table><tr><td id=x>a<td>b<tr><td>c</table>",
            "<table><tr><td><table id=x><tr><td>a</table></table>",
            "<table><tr><td><p id=x>a</table>",
            "<table><form id=x><tr><td>a</td></tr></form></table>",
            "<table><script id=x></script><tr><td>a</td></tr></table>",
            "<div id=x><table><tr></div>",
            "<div><table id=x><tr><td>a",
            "<select><option id=x>a</option><option>b</option></select>",
            "<select><option id=x>a<option>b</select>",
            "<select><optgroup id=x label=g><option>a</option></optgroup></select>",
            "<select id=x><option>a</option></select>",
            "<datalist><option id=x>a</option></datalist>",
            "<ul><li id=x>a</li><li>b</li></ul>",
            "<ul><li id=x>a<li>b</ul>",
            "<ol id=x><li>a</ol>",
            "<dl><dt id=x>a</dt><dd>b</dd></dl>",
            "<dl><dt>a<dd id=x>b<dt>c</dl>",
            "<details><summary id=x>a</summary>b</details>",
            "<ruby>a<rt id=x>b</rt></ruby>",
            "<ruby>a<rp id=x>(</rp><rt>b<rp>)</ruby>",
            "<p>a <b id=x>b</b> c</p>",
            "<p>a <a id=x href=y>b</a> c</p>",
            "<p id=x>a<p>b",
            "<p>a<div id=x>b</div>",
            "<h1>a <span id=x>b</span></h1>",
            "<a href=y>a <span id=x>b</span></a>",
            "<button>a <i id=x>b</i></button>",
            "<pre id=x>\na</pre>",
            "<pre id=x>\r\n\na</pre>",
            "<br id=x>",
            "<hr id=x>",
            "<img id=x>",
            "<p>a<input id=x>b</p>",
            "<svg id=x><path d='M0 0'/></svg>",
            "<svg><g id=x><path d='M0 0'/></g></svg>",
            "<svg><path id=x d='M0 0'/></svg>",
            "<svg><path id=x d='M0 0'></path></svg>",
            "<svg><text id=x>a</text></svg>",
            "<svg><title id=x>a</title></svg>",
            "<svg><desc id=x>a</desc></svg>",
            "<svg><foreignObject id=x><p>a</p></foreignObject></svg>",
            "<svg><foreignObject><p id=x>a</p></foreignObject></svg>",
            "<svg><a id=x href=y><text>a</text></a></svg>",
            "<svg><style id=x>a</style></svg>",
            "<math id=x><mi>a</mi></math>",
            "<math><mi id=x>a</mi></math>",
            "<math><mrow id=x><mi>a</mi></mrow></math>",
            "<math><semantics><mi>a</mi><annotation-xml id=x><b></b></annotation-xml></semantics></math>",
            "<math><semantics><mi>a</mi><annotation-xml id=x encoding='text/html'><p>a</p></annotation-xml></semantics>"
                    + "</math>",
            "<template id=x><p>a</p></template>",
            "<template id=x><tr><td>a</td></tr></template>",
            "<template><tr id=x><td>a</td></tr></template>",
            "<template><p id=x>a</p></template>",
            "<noscript><p id=x>a</p></noscript>",
            "<video><source id=x></video>",
            "<object><param id=x></object>",
            "<picture><source><img id=x></picture>",
            "<map><area id=x></map>");

    /** Whole pages. */
    private static final List<String> PAGES = List.of(
            "<!DOCTYPE html><html><head id=x><meta charset=utf-8><title>T</title></head><body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><meta id=x charset=utf-8><title>T</title></head><body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title id=x>T</title><link rel=a></head><body class=b><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title><script id=x></script></head><body class=b>a</body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><link id=x rel=a><body class=b><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title><noscript id=x><link rel=a></noscript><link rel=b></head>"
                    + "<body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title><noscript><link id=x rel=a></noscript><link rel=b></head>"
                    + "<body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title><noscript><img></noscript><link id=x rel=b></head>"
                    + "<body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title><template id=x><p>a</p></template><link rel=b></head>"
                    + "<body><p>a</p></body></html>",
            "<!DOCTYPE html><html id=x><head><title>T</title></head><body><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><p>a</p></body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><p>a",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><table><tr><td>a</body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><table><tr></body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><select><option>a</body></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body id=x><svg><g></body></html>",
            "<!DOCTYPE html><title id=x>T</title><p>a",
            "<!DOCTYPE html><title>T</title><link id=x rel=a><link rel=b><p>a",
            "<!DOCTYPE html><html><head><title>T</title></head><frameset id=x><frame src=a></frameset></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><frameset><frame id=x src=a></frameset></html>",
            "<!DOCTYPE html><html><head><title id=x>T</title></head><frameset><frame src=a></frameset></html>",
            "<!DOCTYPE html><html><head><title>T</title></head><body><p>a</p></body><script id=x></script></html>");

    /** The start tag of the element with the id {@code x}. */
    private static final Pattern START = Pattern.compile("<([\\w-]+) id=x[^>]*>");

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private int accepted;
    private int sites;

    /** Pages with one element of the id {@code x}. */
    private static List<String> pages() {
        var fragments = Stream.concat(
                FLOW.stream().map(name -> "<p>a</p><" + name + " id=x>b</" + name + "><p>c</p>"), SPECIAL.stream());
        return Stream.concat(
                        PAGES.stream(),
                        fragments.map(fragment ->
                                "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T</title></head>"
                                        + "<body class=b>" + fragment + "</body></html>"))
                .toList();
    }

    static Stream<String> widgets() {
        return WIDGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("widgets")
    void rules(String widget) {
        for (var position : List.of("before", "after", "prepend", "append", "replace")) {
            var rule = new InjectRule("#x", position, widget, Map.of(), List.of(), List.of());
            var pages = new TreeMap<String, String>();
            pages().forEach(page -> pages.put(pages.size() + ".html", page));
            var rendered = rendered(pages, rule);
            rendered.forEach((name, page) -> {
                var before = requireNonNull(pages.get(name));
                check(position, position.equals("replace") ? withoutElement(before) : before, page);
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThan(100);
    }

    private static String withoutElement(String page) {
        var start = START.matcher(page);
        assertThat(start.find()).isTrue();
        var endTag = "</" + start.group(1) + ">";
        int end = page.indexOf(endTag, start.end());
        return page.substring(0, start.start())
                + (end < 0 ? page.substring(start.end()) : page.substring(end + endTag.length()));
    }

    /** A pair of comments before, after, or at both ends inside of an element. */
    @ParameterizedTest
    @MethodSource("widgets")
    void comments(String widget) {
        var marker = "<!-- pagetrack " + widget + " --><!-- /pagetrack -->";
        for (var position : List.of("before", "after", "prepend", "append")) {
            var pages = new TreeMap<String, String>();
            for (var page : pages()) {
                int at = place(page, position);
                if (at >= 0) {
                    pages.put(pages.size() + ".html", page.substring(0, at) + marker + page.substring(at));
                }
            }
            rendered(pages)
                    .forEach((name, page) -> check("comment " + position, requireNonNull(pages.get(name)), page));
        }
        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThan(100);
    }

    /** Where something stands in relation to the element; -1 if it has no end tag that such a place needs. */
    private static int place(String page, String position) {
        var start = START.matcher(page);
        assertThat(start.find()).isTrue();
        var endTag = "</" + start.group(1) + ">";
        int end = page.indexOf(endTag, start.end());
        return switch (position) {
            case "before" -> start.start();
            case "prepend" -> end < 0 ? -1 : start.end();
            case "append" -> end;
            default -> end < 0 ? -1 : end + endTag.length();
        };
    }

    @ParameterizedTest
    @MethodSource("widgets")
    void elements(String widget) {
        var pages = new TreeMap<String, String>();
        for (var page : pages()) {
            pages.put(pages.size() + ".html", page.replaceFirst(" id=x", " id=x data-pagetrack=" + widget));
        }
        rendered(pages).forEach((name, page) -> {
            var empty =
                    requireNonNull(pages.get(name)).replaceFirst("(?s)(<([\\w-]+) id=x [^>]*>).*?</\\2>", "$1</$2>");
            for (var oracle : Oracle.values()) {
                var before = DomOutline.of(empty, oracle);
                var after = DomOutline.of(page, oracle);
                if (before.takeContent("x").isPresent()) {
                    compare(
                            "element",
                            oracle,
                            before,
                            after,
                            after.takeContent("x").orElse("no element"),
                            page);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThan(100);
    }

    private void check(String place, String before, String page) {
        for (var oracle : Oracle.values()) {
            if (oracle == Oracle.JSOUP && before.contains("<noscript><")) {
                continue; // it reads them as a browser without scripts, which differs
            }
            var after = DomOutline.of(page, oracle);
            var content = after.takeCommentMarker();
            if (content.isEmpty()) {
                if (!isText(before, oracle)) {
                    wrong.add(place + " " + oracle + " not at one place: " + page);
                }
                continue;
            }
            var original = DomOutline.of(before, oracle);
            original.takeCommentMarker();
            compare(place, oracle, original, after, content.get(), page);
        }
    }

    /** Whether a browser reads the place of the marker as text. */
    private static boolean isText(String page, Oracle oracle) {
        return oracle == Oracle.BROWSER && page.contains("noscript");
    }

    private void compare(
            String place, Oracle oracle, DomOutline before, DomOutline after, String content, String page) {
        accepted++;
        if (!after.text().equals(before.text())) {
            wrong.add(place + " " + oracle + " changes the page: " + page + "\n    " + before.text() + "\n    "
                    + after.text());
        } else if (content.isBlank()) {
            wrong.add(place + " " + oracle + " shows nothing: " + page);
        }
    }

    /** The pages that are filled, by name. The others are refused, or have no marker there. */
    private Map<String, String> rendered(Map<String, String> pages, InjectRule... rules) {
        var site = new TestSite(folder.resolve("s" + sites++)).injects(rules);
        site.page("filled.html", "<i data-pagetrack=views></i>");
        pages.forEach((name, html) -> site.page(name, html).views(name, 7).month("2024-03", name, 7));
        var left = new TreeMap<>(pages);
        while (true) {
            try {
                site.render();
                left.replaceAll((name, html) -> site.read(name));
                left.entrySet().removeIf(page -> page.getValue().equals(pages.get(page.getKey())));
                return left;
            } catch (RenderException e) {
                int before = left.size();
                for (var problem : e.problems()) {
                    var name = problem.replaceFirst(":(?s:.*)", "");
                    left.remove(name);
                    site.path("site/" + name).toFile().delete();
                }
                assertThat(left.size()).as(e.getMessage()).isLessThan(before);
            }
        }
    }
}
