package dev.pagetrack.source;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.OptionalLong;

/**
 * A log in a local file. Its id is a hash of its decompressed content, so two copies of a log, one plain and one
 * compressed, have the same id.
 *
 * @param path the file
 * @param name its name in messages and reports
 */
public record FileLogObject(Path path, String name) implements LogObject {

    private static final String SOURCE = "files";

    /** A log whose name is the path of its file. */
    public FileLogObject(Path path) {
        this(path, path.toString());
    }

    /** Reads the file to its end, and so also checks that it is complete and a log. */
    @Override
    public LogObjectId id() throws IOException {
        return id(this);
    }

    @Override
    public LogObjectId id(LogObject through) throws IOException {
        var digest = Sha256.create();
        LogReader.check(through, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new LogObjectId(SOURCE, Sha256.hex(digest));
    }

    @Override
    public boolean idNeedsReading() {
        return true;
    }

    @Override
    public OptionalLong size() {
        try {
            return OptionalLong.of(Files.size(path));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
