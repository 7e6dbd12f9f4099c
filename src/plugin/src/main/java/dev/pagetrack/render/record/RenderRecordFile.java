package dev.pagetrack.render.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.render.site.FileVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes and reads a {@link RenderRecord} as bytes. Only the program that wrote a record uses it. A damaged record is
 * treated as missing.
 */
final class RenderRecordFile {

    private static final int FORMAT = 0x70740003;
    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private RenderRecordFile() {}

    /** The record in a file; empty if there is none, or it is damaged. */
    static Optional<RenderRecord> read(Path file) {
        try {
            var content = content(FORMAT, file);
            return content.isPresent()
                    ? Optional.of(record(new DataInputStream(new ByteArrayInputStream(content.get()))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a record. */
    static byte[] bytes(RenderRecord record) throws IOException {
        var content = new ByteArrayOutputStream();
        write(record, new DataOutputStream(content));
        return checked(FORMAT, content.toByteArray());
    }

    /** The content of a file that {@link #checked} made; empty if it has another format, or is damaged. */
    static Optional<byte[]> content(int format, Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        boolean whole = bytes.length > HEADER && in.readInt() == format && in.readLong() == checksum(bytes);
        return whole ? Optional.of(in.readAllBytes()) : Optional.empty();
    }

    /** A content after its format and a checksum. */
    static byte[] checked(int format, byte[] content) throws IOException {
        var whole = ByteBuffer.allocate(HEADER + content.length)
                .putInt(format)
                .putLong(0)
                .put(content);
        return whole.putLong(Integer.BYTES, checksum(whole.array())).array();
    }

    private static long checksum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes, HEADER, bytes.length - HEADER);
        return sum.getValue();
    }

    private static void write(RenderRecord record, DataOutputStream out) throws IOException {
        writeText(out, record.settings());
        writeText(out, record.totals());
        writeText(out, record.figures());
        out.writeBoolean(record.showsInstant());
        out.writeInt(record.months().size());
        for (var month : record.months()) {
            writeText(out, month.toString());
        }
        out.writeInt(record.markers().size());
        for (var marker : record.markers().entrySet()) {
            writeText(out, marker.getKey());
            out.writeInt(marker.getValue());
        }
        writeTexts(out, record.warnings());
        writeTexts(out, record.notes());
        out.writeInt(record.pages().size());
        for (var page : record.pages().entrySet()) {
            write(page.getKey(), page.getValue(), out);
        }
    }

    private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            writeText(out, text);
        }
    }

    private static void write(String name, RenderRecord.Page page, DataOutputStream out) throws IOException {
        writeText(out, name);
        write(page.version(), out);
        out.writeBoolean(page.marked());
    }

    static void write(FileVersion version, DataOutputStream out) throws IOException {
        out.writeLong(version.size());
        out.writeLong(version.modified());
        out.writeLong(version.changed());
        out.writeLong(version.inode());
    }

    static FileVersion readVersion(DataInputStream in) throws IOException {
        return new FileVersion(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    /**
     * Writes length and bytes: several times as fast as {@link DataOutputStream#writeUTF}, and for texts of any length.
     */
    static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private static RenderRecord record(DataInputStream in) throws IOException {
        return new RenderRecord(
                readText(in),
                readText(in),
                readText(in),
                in.readBoolean(),
                texts(in).stream().map(YearMonth::parse).toList(),
                markers(in),
                texts(in),
                texts(in),
                pages(in));
    }

    private static SortedMap<String, Integer> markers(DataInputStream in) throws IOException {
        var markers = new TreeMap<String, Integer>();
        for (int i = in.readInt(); i > 0; i--) {
            markers.put(readText(in), in.readInt());
        }
        return markers;
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.add(readText(in));
        }
        return texts;
    }

    private static Map<String, RenderRecord.Page> pages(DataInputStream in) throws IOException {
        int size = in.readInt();
        var pages = new HashMap<String, RenderRecord.Page>(size * 4 / 3 + 1);
        for (int i = 0; i < size; i++) {
            var name = readText(in);
            pages.put(name, new RenderRecord.Page(readVersion(in), in.readBoolean()));
        }
        return pages;
    }
}
