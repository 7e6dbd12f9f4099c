package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** The beginning of a log object, by which its format is recognised. It has no byte order mark. */
public final class LogHead {

    private final String text;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param bytes the first bytes of the log object
     * @param complete whether they are all its bytes; if not, they may end within a line
     */
    LogHead(byte[] bytes, boolean complete) {
        text = new String(bytes, ISO_8859_1);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            addLine(from, end);
            from = end + 1;
        }
        if (complete && from < text.length()) {
            addLine(from, text.length());
        }
    }

    private void addLine(int from, int end) {
        lines.add(text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end));
    }

    /** The bytes as text, one character for each. */
    String text() {
        return text;
    }

    /** The complete lines, without line terminators; one character for each byte. */
    List<String> lines() {
        return lines;
    }
}
