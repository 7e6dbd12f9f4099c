package dev.pagetrack.table.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A backup file to read.
 *
 * @param path its path
 */
record BackupFile(Path path) {

    private static final Pattern OTHER_VERSION =
            Pattern.compile(Pattern.quote(BackupLines.HEADER_START) + "([0-9]{1,9})}}");

    /**
     * The most characters of a line. An item of DynamoDB has at most 400 KB; JSON writes a control character with six
     * characters, and needs some for each attribute.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
     */
    private static final int MAX_LINE = 4_000_000;

    /**
     * Reads the file to its end and checks it.
     *
     * @param items receives each item and the length of its line
     * @return the checksum, which was compared with the one in the file
     * @throws WrongSettingException if the file is not a backup, or not a complete one
     */
    String read(ObjIntConsumer<JsonNode> items) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path))), UTF_8))) {
            return read(in, items);
        } catch (NoSuchFileException e) {
            throw new WrongSettingException(
                    "<backup> (pagetrack.backup) is " + path
                            + ", but that file does not exist: name a file that pagetrack:export wrote.",
                    e);
        } catch (EOFException | ZipException | JsonProcessingException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private String read(BufferedReader in, ObjIntConsumer<JsonNode> items) throws IOException {
        requireHeader(line(in));
        var digest = Sha256.create();
        digest.update((BackupLines.HEADER + "\n").getBytes(UTF_8));
        long count = 0;
        for (var line = line(in); line != null; line = line(in)) {
            var node = ItemJson.read(line);
            if (node.has(BackupLines.END)) {
                var sum = Sha256.hex(digest);
                requireComplete(node.get(BackupLines.END), count, sum, line(in));
                return sum;
            }
            digest.update((line + "\n").getBytes(UTF_8));
            items.accept(node, line.length());
            count++;
        }
        throw damaged("its end is missing", null);
    }

    /** Reads a line; null at the end of the file. A line that is too long is not read into memory. */
    private @Nullable String line(BufferedReader in) throws IOException {
        int next = in.read();
        if (next < 0) {
            return null;
        }
        var line = new StringBuilder();
        while (next >= 0 && next != '\n') {
            if (line.length() == MAX_LINE) {
                throw damaged("a line has more than " + MAX_LINE + " characters", null);
            }
            line.append((char) next);
            next = in.read();
        }
        return line.toString();
    }

    private void requireHeader(@Nullable String line) {
        var version = line == null ? null : OTHER_VERSION.matcher(line);
        if (version != null && version.matches() && !BackupLines.HEADER.equals(line)) {
            throw new WrongSettingException("<backup> (pagetrack.backup) " + path
                    + " was written by another version of pagetrack ("
                    + version.group(1) + "; this one reads "
                    + BackupLines.VERSION + "): nothing was imported. Import it with that version.");
        }
        if (!BackupLines.HEADER.equals(line)) {
            throw damaged("its header is missing", null);
        }
    }

    private void requireComplete(JsonNode end, long count, String sum, @Nullable String rest) {
        if (end.path(BackupLines.ITEMS).asLong() != count
                || !end.path(BackupLines.SHA_256).asText().equals(sum)
                || rest != null) {
            throw damaged("its checksum is wrong", null);
        }
    }

    private WrongSettingException damaged(String why, @Nullable Exception cause) {
        return new WrongSettingException(
                "<backup> (pagetrack.backup) " + path + " is not a complete export of pagetrack (" + why
                        + "): nothing was imported. Use another file.",
                cause);
    }
}
