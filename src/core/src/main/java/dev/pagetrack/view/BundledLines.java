package dev.pagetrack.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files of this package in the jar: text lines, and comments that begin with {@code #}. */
final class BundledLines {

    /** The last line of each file. It is missing if the file is cut off. */
    private static final String END = "# end";

    private BundledLines() {}

    /**
     * A line that is neither blank nor a comment.
     *
     * @param file the name of the file, for messages
     * @param number the number of the line, from 1
     * @param text the content of the line
     */
    record Line(String file, int number, String text) {
        /** The exception to throw if this line is malformed. */
        IllegalStateException malformed(String why) {
            return damaged(file, "line " + number + " '" + text + "': " + why);
        }
    }

    /**
     * The lines of a file that are neither blank nor comments.
     *
     * @throws IllegalStateException if it is missing, not UTF-8, or cut off
     */
    static List<Line> of(String file) {
        return parse(file, bytes(file));
    }

    static List<Line> parse(String file, byte[] bytes) {
        var texts = decode(file, bytes).stripTrailing().split("\n", -1);
        if (!texts[texts.length - 1].equals(END)) {
            throw damaged(file, "it does not end with the line '" + END + "'");
        }
        var lines = new ArrayList<Line>(texts.length);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isBlank() && !texts[i].startsWith("#")) {
                lines.add(new Line(file, i + 1, texts[i]));
            }
        }
        return lines;
    }

    private static byte[] bytes(String file) {
        try (var in = BundledLines.class.getResourceAsStream(file)) {
            if (in == null) {
                throw damaged(file, "it is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " from the jar of pagetrack", e);
        }
    }

    /** Fails if the file is not UTF-8. {@code new String} would insert replacement characters without an error. */
    private static String decode(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            var damage = damaged(file, "it is not UTF-8");
            damage.initCause(e);
            throw damage;
        }
    }

    private static IllegalStateException damaged(String file, String why) {
        return new IllegalStateException(
                "The jar of pagetrack is damaged: " + file + ": " + why + ". Download or build it again.");
    }
}
