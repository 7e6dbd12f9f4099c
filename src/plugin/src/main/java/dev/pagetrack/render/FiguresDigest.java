package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.PageTotal;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.SortedMap;

/** Tells whether figures are those of another rendering. Equal digests mean equal figures. */
final class FiguresDigest {

    /** Writes what is digested. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private FiguresDigest() {}

    /**
     * The totals, and the time that pages can show of them.
     *
     * @param showsInstant whether they show more than the day
     */
    static String ofTotals(Instant asOf, boolean showsInstant, SortedMap<String, PageTotal> totals) {
        return digest(out -> {
            boolean later =
                    totals.values().stream().anyMatch(total -> total.last().isAfter(asOf));
            out.writeLong(
                    showsInstant || later
                            ? asOf.getEpochSecond()
                            : asOf.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay());
            for (var page : totals.entrySet()) {
                out.writeUTF(page.getKey());
                out.writeLong(page.getValue().views());
                out.writeLong(page.getValue().first().getEpochSecond());
                out.writeLong(page.getValue().last().getEpochSecond());
                out.writeBoolean(page.getValue().inLowerCase());
            }
        });
    }

    /** All that a snapshot holds of the months that are asked for. */
    static String of(Snapshot snapshot, String totals, Iterable<YearMonth> months) {
        return digest(out -> {
            out.writeUTF(totals);
            for (var month : months) {
                out.writeUTF(month.toString());
                var pages = snapshot.months().get(month);
                out.writeInt(pages == null ? -1 : pages.size());
                if (pages != null) {
                    for (var page : pages.entrySet()) {
                        out.writeUTF(page.getKey());
                        for (long views : page.getValue().upToTheLastViewed()) {
                            out.writeLong(views);
                        }
                        out.writeLong(-1);
                    }
                }
            }
        });
    }

    /** A text of any length. */
    static String of(String text) {
        return digest(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(Content content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DataOutputStream(
                    new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
                content.write(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
