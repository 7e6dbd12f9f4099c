package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.ByteOffsets;
import dev.pagetrack.html.ByteSearch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page as the generator made it: without what markers hold and without what was injected before, so that a selector
 * finds the same elements in every rendering. It knows where in the file its bytes stand.
 */
public final class GeneratedPage {

    /**
     * A stretch of the file that was kept.
     *
     * @param from its first byte in the file
     * @param to the byte after it
     * @param at where it begins in the skeleton
     */
    private record Kept(int from, int to, int at) {}

    private final byte[] html;
    private final List<Kept> kept = new ArrayList<>();

    /**
     * @param file the page's bytes, which others may follow
     * @param length how many they are
     * @param markers its markers in their order, those that were injected included
     */
    GeneratedPage(byte[] file, int length, List<FoundMarker> markers) {
        var bytes = new ByteArrayOutputStream(length);
        int from = 0;
        for (var marker : markers) {
            if (marker.isInjected()) {
                keep(bytes, file, from, marker.start());
                bytes.writeBytes(marker.replaced());
                from = marker.end();
            } else {
                keep(bytes, file, from, marker.contentStart());
                from = marker.contentEnd();
            }
        }
        keep(bytes, file, from, length);
        html = bytes.toByteArray();
    }

    /** A page as the generator made it, for those who read what it says of itself. */
    public static byte[] of(byte[] file) {
        var mentions = Prefilter.mentions(file);
        if (mentions.length == 0) {
            return file;
        }
        var markers = MarkerFinder.find(file, mentions, new ProblemList("", file));
        return new GeneratedPage(file, file.length, markers).html();
    }

    private void keep(ByteArrayOutputStream bytes, byte[] file, int from, int to) {
        kept.add(new Kept(from, to, bytes.size()));
        bytes.write(file, from, to - from);
    }

    byte[] html() {
        return html;
    }

    /** Where in the file a place of the skeleton is, or the nearest that is there. */
    int inFile(int at) {
        var last = kept.get(0);
        for (var some : kept) {
            if (some.at() <= at) {
                last = some;
            }
        }
        return Math.min(last.from() + at - last.at(), last.to());
    }

    /** Where in the skeleton a byte of the file is; if it was left out, where it would be. */
    int of(int inFile) {
        int at = 0;
        for (var some : kept) {
            if (some.from() > inFile) {
                break;
            }
            at = some.at() + Math.min(inFile, some.to()) - some.from();
        }
        return at;
    }

    /** The skeleton as text, with the way from its characters to bytes. */
    Text text(Charset charset) {
        int mark = ByteSearch.startsWith(html, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        var bytes = Arrays.copyOfRange(html, mark, html.length);
        var text = new String(bytes, charset);
        return Arrays.equals(text.getBytes(charset), bytes)
                ? new Text(text, charset, mark)
                : new Text(new String(bytes, ISO_8859_1), ISO_8859_1, mark); // damaged: then a byte is a character
    }

    /**
     * The skeleton as text.
     *
     * @param value its characters, without a byte order mark
     * @param charset their charset
     * @param mark how many bytes the mark has
     */
    record Text(String value, Charset charset, int mark) {

        /** The bytes of the skeleton at which characters begin. */
        ByteOffsets offsets() {
            return new ByteOffsets(value, charset, mark);
        }
    }
}
