package dev.pagetrack.render.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * Finds markers in the simple way, with jsoup's tree and its positions. The page is read as ISO-8859-1, so a character
 * is a byte.
 */
public final class JsoupOracle {

    /**
     * The bytes between a marker's beginning and its end.
     *
     * @param start the first byte of its content
     * @param end the byte after it
     */
    public record Range(int start, int end) {}

    private JsoupOracle() {}

    /** The content of each element marker, in order. Markers without an end tag of their own are left out. */
    public static List<Range> elementMarkers(byte[] html) {
        var parser = Parser.htmlParser().setTrackPosition(true);
        Document document = parser.parseInput(new String(html, ISO_8859_1), "");
        var ranges = new ArrayList<Range>();
        for (Element element : document.getElementsByAttribute("data-pagetrack")) {
            var start = element.sourceRange();
            var end = element.endSourceRange();
            if (start.isTracked() && end.isTracked() && end.endPos() > end.startPos()) {
                ranges.add(new Range(start.endPos(), end.startPos()));
            }
        }
        return ranges;
    }

    /** A page without the content of its markers, both elements and pairs of comments. */
    public static String outside(byte[] html) {
        var ranges = markers(html);
        var text = new String(html, ISO_8859_1);
        var outside = new StringBuilder();
        int at = 0;
        for (var range : ranges) {
            outside.append(text, at, range.start()).append('\0');
            at = range.end();
        }
        return outside.append(text, at, text.length()).toString();
    }

    /** The content of all markers, in order. */
    public static List<Range> markers(byte[] html) {
        var ranges = new ArrayList<>(elementMarkers(html));
        ranges.addAll(commentMarkers(html));
        ranges.sort(comparingInt(Range::start));
        return ranges;
    }

    /** The content of each pair of comments, in order. */
    private static List<Range> commentMarkers(byte[] html) {
        var text = new String(html, ISO_8859_1);
        var ranges = new ArrayList<Range>();
        int start = -1;
        for (var comment : comments(html)) {
            var markup = text.substring(comment.start(), comment.end());
            if (markup.equals("<!-- /pagetrack -->") && start >= 0) {
                ranges.add(new Range(start, comment.start()));
                start = -1;
            } else if (markup.startsWith("<!-- pagetrack ")) {
                start = comment.end();
            }
        }
        return ranges;
    }

    /** The positions of all comments in a page, including their delimiters. */
    private static List<Range> comments(byte[] html) {
        var parser = Parser.htmlParser().setTrackPosition(true);
        Document document = parser.parseInput(new String(html, ISO_8859_1), "");
        var ranges = new ArrayList<Range>();
        document.traverse((Node node, int depth) -> {
            if (node instanceof Comment) {
                ranges.add(new Range(
                        node.sourceRange().startPos(), node.sourceRange().endPos()));
            }
        });
        return ranges;
    }
}
