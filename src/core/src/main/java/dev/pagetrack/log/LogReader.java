package dev.pagetrack.log;

import static java.util.stream.Collectors.joining;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

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
            byte[] head = in.readNBytes(LogFormat.HEAD_BYTES);
            if (head.length > 0) {
                var format = recognise(object, head);
                visitor.format(format);
                new LogLines(format, visitor).read(head, in);
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
            byte[] head = in.readNBytes(LogFormat.HEAD_BYTES);
            if (head.length > 0) {
                recognise(object, head);
            }
            content.write(head);
            in.transferTo(content);
        }
    }

    /**
     * Recognises the format of a log object.
     *
     * @param head its first decompressed bytes, at least one
     * @throws UnreadableLogException if no format recognises it
     */
    static LineFormat recognise(LogObject object, byte[] head) {
        return LogFormat.ALL.stream()
                .flatMap(format -> format.recognise(head).stream())
                .findFirst()
                .orElseThrow(() -> unknownFormat(object, head));
    }

    private static UnreadableLogException unknownFormat(LogObject object, byte[] head) {
        return new UnreadableLogException(UnsupportedFormat.of(head)
                .map(format ->
                        object.name() + " is " + format.name() + ", which pagetrack does not read. " + format.advice())
                .orElseGet(() -> object.name() + " is not a log that pagetrack reads ("
                        + LogFormat.ALL.stream().map(LogFormat::title).collect(joining(", "))
                        + "): it begins with " + printable(head) + ". Leave it out of <logs>."));
    }

    private static String printable(byte[] head) {
        var start = new StringBuilder("\"");
        for (byte b : Arrays.copyOf(head, Math.min(head.length, 40))) {
            if (b == '\n' || b == '\r') {
                break;
            }
            start.append(b >= ' ' && b < 0x7F ? (char) b : '?');
        }
        return start.append('"').toString();
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
