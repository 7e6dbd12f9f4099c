package dev.pagetrack.render.marker;

import dev.pagetrack.html.PageCharset;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one page, each with its place in the form that editors know: {@code file:line:column}. */
public final class ProblemList {

    /**
     * The number of problems that get a line and column; fewer are ever shown. Each place takes another reading of the
     * page from its beginning.
     */
    private static final int MAX_PLACED = 100;

    private final String page;
    private final byte[] html;
    private final List<String> messages = new ArrayList<>();

    /**
     * @param page the name of the page's file in messages
     * @param html its bytes
     */
    public ProblemList(String page, byte[] html) {
        this.page = page;
        this.html = html;
    }

    /** Adds a problem at this offset in bytes. */
    public void add(int offset, String message) {
        messages.add((messages.size() < MAX_PLACED ? place(offset) : page) + ": " + message);
    }

    int size() {
        return messages.size();
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** The place of a byte: file, line and column. Both are counted from 1; columns are characters. */
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

    /** The line of a byte, counted from 1. */
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
