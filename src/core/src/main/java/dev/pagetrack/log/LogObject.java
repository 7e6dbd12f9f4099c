package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** One log file, wherever it lies. It can be opened more than once, and always holds the same bytes. */
public interface LogObject {

    /** How messages and reports call it. */
    String name();

    /**
     * What identifies it among all log objects.
     *
     * @throws UnreadableLogException if finding out means to read it, and it is damaged or no log
     */
    LogObjectId id() throws IOException;

    /**
     * As {@link #id()}, and what has to be read for it is read through another that opens the same bytes: to count them.
     *
     * @throws UnreadableLogException if finding out means to read it, and it is damaged or no log
     */
    default LogObjectId id(LogObject through) throws IOException {
        return id();
    }

    /** Whether finding out its id means to read it to its end: then whoever has the id knows that it is whole. */
    default boolean idNeedsReading() {
        return false;
    }

    /** How many bytes {@link #open} has, if that is known without opening it. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** Its bytes as they are stored, compressed or not. The caller closes the stream. */
    InputStream open() throws IOException;
}
