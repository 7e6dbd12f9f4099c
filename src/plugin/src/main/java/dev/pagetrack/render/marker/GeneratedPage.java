package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.ByteOffsets;
import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.html.HeadTags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page as the generator made it: without the content of markers and without injected widgets. So a selector matches
 * the same elements in every rendering. It converts its offsets to those of the file and back.
 */
public final class GeneratedPage {

    /**
     * A part of the file that the generator made.
     *
     * @param from its first byte in the file
     * @param to the byte after it
     * @param at the offset in this page at which it begins
     */
    private record Part(int from, int to, int at) {}

    private final byte[] html;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param file the bytes of the file; the array may be longer
     * @param length the length of the file
     * @param markers all markers of the file in their order, with those that were injected
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

    /** The bytes of a page as the generator made it, to read its title and head from. */
    public static byte[] of(byte[] file) {
        var mentions = Prefilter.mentions(file);
        if (mentions.length == 0) {
            return file;
        }
        var markers = MarkerFinder.find(file, mentions, new ProblemList("", file));
        return new GeneratedPage(file, file.length, markers).html();
    }

    private void keep(ByteArrayOutputStream bytes, byte[] file, int from, int to) {
        parts.add(new Part(from, to, bytes.size()));
        bytes.write(file, from, to - from);
    }

    byte[] html() {
        return html;
    }

    /** The offset in the file of an offset in this page, or the nearest one if those bytes are not in the file. */
    int fileOffset(int at) {
        var last = parts.get(0);
        for (var part : parts) {
            if (part.at() <= at) {
                last = part;
            }
        }
        return Math.min(last.from() + at - last.at(), last.to());
    }

    /** The offset in this page of an offset in the file; if that was left out, the offset at which it would be. */
    int offsetOf(int inFile) {
        int at = 0;
        for (var part : parts) {
            if (part.from() > inFile) {
                break;
            }
            at = part.at() + Math.min(inFile, part.to()) - part.from();
        }
        return at;
    }

    /**
     * The page as text, with a means to convert positions of characters to offsets of bytes. A {@code noscript} in the
     * head is empty in it: for browsers its content is text, and for jsoup it may end the head.
     */
    Text text(Charset charset) {
        int mark = ByteSearch.startsWith(html, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        var bytes = Arrays.copyOfRange(HeadTags.withoutNoscripts(html), mark, html.length);
        var text = new String(bytes, charset);
        return Arrays.equals(text.getBytes(charset), bytes)
                ? new Text(text, charset, mark)
                : new Text(new String(bytes, ISO_8859_1), ISO_8859_1, mark); // damaged: each byte is a character
    }

    /**
     * The page as text.
     *
     * @param value its characters, without a byte order mark
     * @param charset their charset
     * @param mark the length of the byte order mark in bytes
     */
    record Text(String value, Charset charset, int mark) {

        /** Converts positions of characters to offsets in the page. */
        ByteOffsets offsets() {
            return new ByteOffsets(value, charset, mark);
        }
    }
}
