package dev.pagetrack.render.marker;

import dev.pagetrack.html.PageCharset;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in one page, each with its place as editors understand it: {@code file:line:column}. */
public final class ProblemList {

    /** More places than anybody is told; to find each means to read the page again. */
    private static final int PLACED = 100;

    private final String page;
    private final byte[] html;
    private final List<String> messages = new ArrayList<>();

    /**
     * @param page the page's file, as messages name it
     * @param html its bytes
     */
    public ProblemList(String page, byte[] html) {
        this.page = page;
        this.html = html;
    }

    public void add(int offset, String message) {
        messages.add((messages.size() < PLACED ? place(offset) : page) + ": " + message);
    }

    int size() {
        return messages.size();
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** The place of a byte in the page: file, line and column, both counted from 1, the column in characters. */
    public String place(int offset) {
        int lineStart = offset;
        while (lineStart > 0 && !isEndOfLine(lineStart - 1)) {
            lineStart--;
        }
        var before = new String(
                html, lineStart, offset - lineStart, PageCharset.of(html).charset());
        int mark = before.startsWith("\uFEFF") ? 1 : 0; // an editor shows no byte order mark
        return page + ":" + line(offset) + ":" + (before.codePointCount(mark, before.length()) + 1);
    }

    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += isEndOfLine(i) ? 1 : 0;
        }
        return line;
    }

    private boolean isEndOfLine(int at) {
        return html[at] == '\n' || (html[at] == '\r' && (at + 1 == html.length || html[at + 1] != '\n'));
    }
}
