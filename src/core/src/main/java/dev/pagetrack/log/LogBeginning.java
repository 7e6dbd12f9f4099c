package dev.pagetrack.log;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a log object, and what it tells. A few lines are enough, but they may be damaged, or longer than any
 * usual line; only then is more of the object read.
 *
 * @param bytes the first bytes of the object
 * @param mark how many of them are a byte order mark
 * @param format the reader of its lines; empty if it has no lines
 * @param noViews what it is, if it is nothing that holds page views
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogBeginning(byte[] bytes, int mark, Optional<LineFormat> format, Optional<String> noViews) {

    private static final int FIRST_BYTES = 16 * 1024;
    private static final int MAX_BYTES = 1024 * 1024;
    /** The byte order mark of UTF-8. */
    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * Reads the beginning of a log object.
     *
     * @throws UnreadableLogException if it is neither a log that pagetrack reads nor one without page views
     */
    static LogBeginning read(LogObject object, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(FIRST_BYTES);
        int mark = ByteRanges.startsWith(bytes, 0, bytes.length, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        if (bytes.length == mark) {
            return new LogBeginning(bytes, mark, Optional.empty(), Optional.empty());
        }
        var head = head(bytes, mark, FIRST_BYTES);
        var format = format(head);
        if (format.isEmpty() && bytes.length == FIRST_BYTES) {
            byte[] more = in.readNBytes(MAX_BYTES - FIRST_BYTES);
            bytes = Arrays.copyOf(bytes, FIRST_BYTES + more.length);
            System.arraycopy(more, 0, bytes, FIRST_BYTES, more.length);
            head = head(bytes, mark, MAX_BYTES);
            format = format(head);
        }
        boolean blank = bytes.length < MAX_BYTES && head.text().isBlank();
        var noViews = format.isPresent() || blank ? Optional.<String>empty() : noViews(object, head);
        return new LogBeginning(bytes, mark, format, noViews);
    }

    private static LogHead head(byte[] bytes, int mark, int limit) {
        return new LogHead(Arrays.copyOfRange(bytes, mark, bytes.length), bytes.length < limit);
    }

    private static Optional<LineFormat> format(LogHead head) {
        return LogFormat.ALL.stream()
                .flatMap(format -> format.recognise(head).stream())
                .findFirst();
    }

    private static Optional<String> noViews(LogObject object, LogHead head) {
        var unsupported = UnsupportedFormat.of(head);
        if (unsupported.isPresent() && unsupported.get().hasNoViews()) {
            return unsupported.map(UnsupportedFormat::name);
        }
        var refusal = LogFormat.ALL.stream()
                .flatMap(format -> format.refusal(head).stream())
                .findFirst()
                .or(() -> unsupported.map(
                        format -> "is " + format.name() + ", which pagetrack does not read. " + format.advice()))
                .orElseGet(() -> "is not a log that pagetrack reads ("
                        + LogFormat.ALL.stream().map(LogFormat::title).collect(joining(", "))
                        + "): it begins with " + printable(head) + ". Leave it out of <logs>.");
        throw new UnreadableLogException(object.name() + " " + refusal);
    }

    private static String printable(LogHead head) {
        var start = new StringBuilder("\"");
        for (char c :
                head.text().substring(0, Math.min(head.text().length(), 40)).toCharArray()) {
            if (c == '\n' || c == '\r') {
                break;
            }
            start.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return start.append('"').toString();
    }

    /** The first bytes after the byte order mark: no more than a usual buffer holds. */
    byte[] first() {
        return Arrays.copyOfRange(bytes, mark, Math.min(bytes.length, FIRST_BYTES));
    }

    /** What follows the {@linkplain #first first bytes}. */
    InputStream rest(InputStream in) {
        return bytes.length <= FIRST_BYTES
                ? in
                : new SequenceInputStream(new ByteArrayInputStream(bytes, FIRST_BYTES, bytes.length - FIRST_BYTES), in);
    }
}
