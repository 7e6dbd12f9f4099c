package dev.pagetrack.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal says, and waits for it where the goal runs in a thread of its own. */
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

    /** What was said since the last call. */
    List<String> lines() {
        var said = new ArrayList<String>();
        lines.drainTo(said);
        return said;
    }

    /** What only {@code mvn -X} shows. */
    List<String> details() {
        return List.copyOf(details);
    }

    /** What follows the last of these words in the next line that has them. */
    String await(String words) throws InterruptedException {
        for (var line = next(words); true; line = next(words)) {
            int found = line.lastIndexOf(words);
            if (found >= 0) {
                return line.substring(found + words.length());
            }
        }
    }

    /** The lines before the next one that has these words, which is taken, too. */
    List<String> until(String words) throws InterruptedException {
        var before = new ArrayList<String>();
        for (var line = next(words); !line.contains(words); line = next(words)) {
            before.add(line);
        }
        return before;
    }

    private String next(String words) throws InterruptedException {
        var line = lines.poll(1, TimeUnit.MINUTES);
        if (line == null) {
            throw new AssertionError("nobody said '" + words + "'");
        }
        return line;
    }
}
