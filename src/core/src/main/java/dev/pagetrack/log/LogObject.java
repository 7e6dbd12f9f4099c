package dev.pagetrack.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** One log file, stored anywhere. It can be opened more than once, and always returns the same bytes. */
public interface LogObject {

    /** Its name in messages and reports. */
    String name();

    /**
     * Its id, unique among all log objects.
     *
     * @throws UnreadableLogException if the id requires reading the object, and it is damaged or not a log
     */
    LogObjectId id() throws IOException;

    /**
     * Like {@link #id()}, but if it must read the object, it reads through another log object that opens the same
     * bytes, for example to count them.
     *
     * @throws UnreadableLogException if the id requires reading the object, and it is damaged or not a log
     */
    default LogObjectId id(LogObject through) throws IOException {
        return id();
    }

    /** Whether the id requires reading the object to its end. If so, an object that has an id is complete. */
    default boolean idNeedsReading() {
        return false;
    }

    /** The number of bytes that {@link #open} returns, if it is known without opening the object. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** Its bytes as they are stored, compressed or not. The caller must close the stream. */
    InputStream open() throws IOException;
}
