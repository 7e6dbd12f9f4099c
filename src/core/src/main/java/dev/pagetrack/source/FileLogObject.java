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
 * A local file. It is identified by its decompressed content, so that the same log under two names, plain and
 * compressed, is one.
 *
 * @param path the file
 * @param name what messages and reports call it
 */
public record FileLogObject(Path path, String name) implements LogObject {

    private static final String SOURCE = "files";

    /** A file that is called by its path. */
    public FileLogObject(Path path) {
        this(path, path.toString());
    }

    /** Reads the file to its end: whoever asks for its id first learns that it is whole, and a log. */
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
