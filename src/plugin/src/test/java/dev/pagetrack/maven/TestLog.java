package dev.pagetrack.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Records the messages of a goal, and can wait for a message if the goal runs in another thread. */
final class TestLog extends SystemStreamLog {

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> details = new LinkedBlockingQueue<>();

    @Override
    public void debug(CharSequence content) {
        details.add(content.toString());
    }

    @Override
    public void info(CharSequence content) {
        lines.add("info " + content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("warn " + content);
    }

    /** The messages since the last call. */
    List<String> lines() {
        var messages = new ArrayList<String>();
        lines.drainTo(messages);
        return messages;
    }

    /** The debug messages, which only {@code mvn -X} shows. */
    List<String> details() {
        return List.copyOf(details);
    }

    /** Waits for the next message that contains the text, and returns what follows the text's last occurrence. */
    String await(String text) throws InterruptedException {
        for (var line = next(text); true; line = next(text)) {
            int found = line.lastIndexOf(text);
            if (found >= 0) {
                return line.substring(found + text.length());
            }
        }
    }

    /** Waits for the next message that contains the text, removes it, and returns the messages before it. */
    List<String> until(String text) throws InterruptedException {
        var before = new ArrayList<String>();
        for (var line = next(text); !line.contains(text); line = next(text)) {
            before.add(line);
        }
        return before;
    }

    private String next(String text) throws InterruptedException {
        var line = lines.poll(1, TimeUnit.MINUTES);
        if (line == null) {
            throw new AssertionError("no message contains '" + text + "'");
        }
        return line;
    }
}
