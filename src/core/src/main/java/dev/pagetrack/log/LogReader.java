package dev.pagetrack.log;

import static java.util.stream.Collectors.joining;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** Reads a log object line by line: gunzips it where needed, recognises its format, bounds memory by the buffer. */
public final class LogReader {

    private LogReader() {}

    /**
     * The plain bytes of a log object.
     *
     * @throws IOException also when the stream turns out to be damaged while it is read
     */
    public static InputStream open(LogObject object) throws IOException {
        var in = new PushbackInputStream(object.open(), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip =
                magic.length == 2 && (magic[0] & 0xFF) == GzipInput.MAGIC_0 && (magic[1] & 0xFF) == GzipInput.MAGIC_1;
        return explaining(object, gzip ? new GunzipInputStream(in) : in);
    }

    /**
     * Reads all lines of a log object.
     *
     * @throws UnreadableLogException if it is damaged or of no known format
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
     * Reads a log object to its end for nothing but to know that it can be read.
     *
     * @param content is told its plain bytes
     * @throws UnreadableLogException if it is damaged or of no known format
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
     * @param head its first plain bytes, at least one
     * @throws UnreadableLogException if no format fits
     */
    static LineFormat recognise(LogObject object, byte[] head) {
        return LogFormat.ALL.stream()
                .flatMap(format -> format.recognise(head).stream())
                .findFirst()
                .orElseThrow(() -> refusal(object, head));
    }

    private static UnreadableLogException refusal(LogObject object, byte[] head) {
        return new UnreadableLogException(UnsupportedFormat.of(head)
                .map(format ->
                        object.name() + " is " + format.what() + ", which pagetrack does not read. " + format.wayOut())
                .orElseGet(() -> object.name() + " is no log that pagetrack reads ("
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

    /** Damage is found deep in the stream, where the object's name is not known: here it gets it. */
    private static InputStream explaining(LogObject object, InputStream in) {
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
