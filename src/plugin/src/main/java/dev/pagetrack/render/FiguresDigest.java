package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.PageTotal;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Tells whether figures are those of another rendering. Two checksums of 32 bits each: different figures look alike once in
 * 2<sup>64</sup>, and the machinery of a cryptographic digest alone takes longer to get ready than a small site to render.
 */
final class FiguresDigest {

    private final CRC32 crc = new CRC32();
    private final CRC32C castagnoli = new CRC32C();
    private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
            new CheckedOutputStream(new CheckedOutputStream(OutputStream.nullOutputStream(), crc), castagnoli)));

    private FiguresDigest() {}

    /**
     * The totals, and the time that pages can show of them.
     *
     * @param showsInstant whether they show more than the day
     */
    static String ofTotals(Instant asOf, boolean showsInstant, SortedMap<String, PageTotal> totals) {
        try {
            var digest = new FiguresDigest();
            digest.addTime(asOf, showsInstant || isAnyAfter(asOf, totals.values()));
            for (var page : totals.entrySet()) {
                digest.add(page.getKey());
                digest.add(page.getValue());
            }
            return digest.text();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written anywhere", e);
        }
    }

    /** All that a snapshot holds of the months that are asked for. */
    static String of(Snapshot snapshot, String totals, Iterable<YearMonth> months) {
        try {
            var digest = new FiguresDigest();
            digest.add(totals);
            for (var month : months) {
                digest.add(month.toString());
                digest.add(snapshot, month);
            }
            return digest.text();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written anywhere", e);
        }
    }

    /** A text of any length. */
    static String of(String text) {
        try {
            var digest = new FiguresDigest();
            digest.add(text);
            return digest.text();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written anywhere", e);
        }
    }

    private static boolean isAnyAfter(Instant asOf, Collection<PageTotal> totals) {
        for (var total : totals) {
            if (total.last().isAfter(asOf)) {
                return true;
            }
        }
        return false;
    }

    private void addTime(Instant asOf, boolean exact) throws IOException {
        out.writeLong(
                exact
                        ? asOf.getEpochSecond()
                        : asOf.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
    }

    private void add(PageTotal total) throws IOException {
        out.writeLong(total.views());
        out.writeLong(total.first().getEpochSecond());
        out.writeLong(total.last().getEpochSecond());
        out.writeBoolean(total.inLowerCase());
    }

    private void add(Snapshot snapshot, YearMonth month) throws IOException {
        var pages = snapshot.months().get(month);
        if (pages == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(pages.size());
        for (var page : pages.entrySet()) {
            add(page.getKey());
            for (long views : page.getValue().upToTheLastViewed()) {
                out.writeLong(views);
            }
            out.writeLong(-1);
        }
    }

    private void add(String text) throws IOException {
        RenderRecordFile.writeText(out, text);
    }

    private String text() throws IOException {
        out.flush();
        return HexFormat.of().toHexDigits(crc.getValue() << Integer.SIZE | castagnoli.getValue());
    }
}
