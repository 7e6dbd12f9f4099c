package dev.pagetrack.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;

/** Reads a log object line by line: decompresses gzip and recognises the format. Needs memory for one buffer only. */
public final class LogReader {

    private LogReader() {}

    /**
     * Opens a log object and returns its decompressed bytes.
     *
     * @throws IOException if it cannot be opened; the stream also throws it if the data is damaged
     */
    public static InputStream open(LogObject object) throws IOException {
        var in = new PushbackInputStream(object.open(), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip =
                magic.length == 2 && (magic[0] & 0xFF) == GzipInput.MAGIC_0 && (magic[1] & 0xFF) == GzipInput.MAGIC_1;
        return namingObject(object, gzip ? new GunzipInputStream(in) : in);
    }

    /**
     * Reads all lines of a log object.
     *
     * @throws UnreadableLogException if it is damaged or has no known format
     */
    public static void read(LogObject object, LogVisitor visitor) throws IOException {
        try (var in = open(object)) {
            var beginning = LogBeginning.read(object, in);
            beginning.noViews().ifPresent(visitor::passedOver);
            if (beginning.format().isPresent()) {
                var format = beginning.format().get();
                visitor.format(format);
                new LogLines(format, visitor).read(beginning.first(), beginning.rest(in));
            }
        }
    }

    /**
     * Checks that a log object can be read to its end.
     *
     * @param content receives the decompressed bytes
     * @throws UnreadableLogException if it is damaged or has no known format
     */
    public static void check(LogObject object, OutputStream content) throws IOException {
        try (var in = open(object)) {
            content.write(LogBeginning.read(object, in).bytes());
            in.transferTo(content);
        }
    }

    /** Adds the name of the object to the message when the decompression finds damage. */
    private static InputStream namingObject(LogObject object, InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                try {
                    return in.read(target, offset, length);
                } catch (DamagedGzipException e) {
                    throw new UnreadableLogException(object.name() + " is damaged: " + e.getMessage()
                            + ". Nothing of it was counted; fetch it again, or leave it out of <logs>.");
                }
            }
        };
    }
}
