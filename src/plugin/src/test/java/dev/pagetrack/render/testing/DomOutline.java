package dev.pagetrack.render.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Outlines what a parser of HTML makes of a page, with and without the content of its markers. */
public final class DomOutline {

    /** A parser of HTML. */
    public enum Oracle {
        /** The parser of the W3C's validator, as a browser that runs scripts. */
        BROWSER,
        /** The same, as a reader without scripts. */
        WITHOUT_SCRIPTS,
        JSOUP;

        Document parse(String html) {
            if (this == JSOUP) {
                return W3C.fromJsoup(Jsoup.parse(html));
            }
            var builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
            builder.setScriptingEnabled(this == BROWSER);
            builder.setIgnoringComments(false);
            try {
                return builder.parse(new InputSource(new StringReader(html)));
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(html, e);
            }
        }
    }

    /** Elements that every page has. */
    private static final Set<String> PAGE = Set.of("html", "head", "body");

    private static final W3CDom W3C = new W3CDom();

    private final Document page;

    private DomOutline(Document page) {
        this.page = page;
    }

    public static DomOutline of(String html, Oracle oracle) {
        return new DomOutline(oracle.parse(html));
    }

    /** The tree as text: each element in brackets with its attributes, its text and its comments. */
    public String text() {
        return text(page);
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.normalize();
        append(node, text);
        return text.toString();
    }

    private static void append(Node node, StringBuilder text) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> {
                text.append('[').append(node.getNodeName());
                var attributes = node.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    text.append(' ').append(attributes.item(i));
                }
                text.append(": ");
                appendChildren(node, text);
                text.append(']');
            }
            case Node.COMMENT_NODE ->
                text.append("{").append(node.getNodeValue()).append('}');
            case Node.TEXT_NODE -> text.append(node.getNodeValue());
            default -> appendChildren(node, text);
        }
    }

    private static void appendChildren(Node node, StringBuilder text) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            append(child, text);
        }
    }

    /**
     * Takes what is between the comments of a marker out of the tree, with the comments. Empty if the comments are not
     * there.
     */
    public Optional<String> takeCommentMarker() {
        var nodes = new ArrayList<Node>();
        collect(page, nodes);
        int begin = indexOfComment(nodes, "pagetrack ");
        int end = indexOfComment(nodes, "/pagetrack");
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        var around = new HashSet<Node>();
        for (var node = nodes.get(end); node != null; node = node.getParentNode()) {
            around.add(node);
        }
        var content = new ArrayList<Node>();
        for (var node : nodes.subList(begin + 1, end)) {
            if (!around.contains(node) && !PAGE.contains(node.getNodeName()) && isNew(node, content)) {
                content.add(node);
            }
        }
        var outline = take(content);
        take(List.of(nodes.get(begin), nodes.get(end)));
        return Optional.of(outline);
    }

    private static void collect(Node in, List<Node> nodes) {
        for (var node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
            nodes.add(node);
            collect(node, nodes);
        }
    }

    private static int indexOfComment(List<Node> nodes, String beginning) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).getNodeType() == Node.COMMENT_NODE
                    && nodes.get(i).getNodeValue().strip().startsWith(beginning.strip())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the node is in none of the others. */
    private static boolean isNew(Node node, List<Node> others) {
        for (var outer = node.getParentNode(); outer != null; outer = outer.getParentNode()) {
            if (others.contains(outer)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the content of the element with an id out of the tree; empty if there is no such element. */
    public Optional<String> takeContent(String id) {
        var marker = element(page, id);
        if (marker == null) {
            return Optional.empty();
        }
        var content = new ArrayList<Node>();
        for (var node = marker.getFirstChild(); node != null; node = node.getNextSibling()) {
            content.add(node);
        }
        return Optional.of(take(content));
    }

    private static String take(List<Node> nodes) {
        var text = new StringBuilder();
        for (var node : nodes) {
            append(node, text);
            requireNonNull(node.getParentNode()).removeChild(node);
        }
        return text.toString();
    }

    private static @Nullable Node element(Node in, String id) {
        for (var node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
            var found = node instanceof Element element
                            && element.getAttribute("id").equals(id)
                    ? node
                    : element(node, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
