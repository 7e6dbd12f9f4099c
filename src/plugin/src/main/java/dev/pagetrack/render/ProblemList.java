package dev.pagetrack.render;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in one page, each with its place as editors understand it: {@code file:line:column}. */
final class ProblemList {

    private final String page;
    private final byte[] html;
    private final List<String> messages = new ArrayList<>();

    /**
     * @param page the page's file, as messages name it
     * @param html its bytes
     */
    ProblemList(String page, byte[] html) {
        this.page = page;
        this.html = html;
    }

    void add(int offset, String message) {
        messages.add(place(offset) + ": " + message);
    }

    int size() {
        return messages.size();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** The place of a byte in the page: file, line and column, both counted from 1. */
    String place(int offset) {
        int lineStart = offset;
        while (lineStart > 0 && html[lineStart - 1] != '\n') {
            lineStart--;
        }
        int column = 1;
        for (int i = lineStart; i < offset; i++) {
            column += isContinuation(html[i]) ? 0 : 1;
        }
        return page + ":" + line(offset) + ":" + column;
    }

    int line(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += html[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The second and later bytes of a UTF-8 character are no column of their own. */
    private static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }
}
