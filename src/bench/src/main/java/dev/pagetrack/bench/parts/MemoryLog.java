package dev.pagetrack.bench.parts;

import dev.pagetrack.bench.logs.LogSet;
import dev.pagetrack.bench.logs.WrittenFormat;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A log in memory. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MemoryLog(byte[] bytes) implements LogObject {

    static final int LINES = 20_000;

    static MemoryLog of(WrittenFormat format) {
        return new MemoryLog(new LogSet(LINES, 1, 1000, 1).bytes(format));
    }

    MemoryLog gzipped() {
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MemoryLog(gzipped.toByteArray());
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public LogObjectId id() {
        return new LogObjectId("memory", name());
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
