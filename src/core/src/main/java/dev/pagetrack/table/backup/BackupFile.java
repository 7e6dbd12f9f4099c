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
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A backup file to read.
 *
 * @param path its path
 */
record BackupFile(Path path) {

    /**
     * Reads the file to its end and checks it.
     *
     * @param items receives the line of each item
     * @return the checksum, which was compared with the one in the file
     * @throws WrongSettingException if the file is not a backup, or not a complete one
     */
    String read(Consumer<JsonNode> items) throws IOException {
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

    private String read(BufferedReader in, Consumer<JsonNode> items) throws IOException {
        requireHeader(in.readLine());
        var digest = Sha256.create();
        digest.update((BackupLines.HEADER + "\n").getBytes(UTF_8));
        long count = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var node = ItemJson.read(line);
            if (node.has(BackupLines.END)) {
                var sum = Sha256.hex(digest);
                requireComplete(node.get(BackupLines.END), count, sum, in.readLine());
                return sum;
            }
            digest.update((line + "\n").getBytes(UTF_8));
            items.accept(node);
            count++;
        }
        throw damaged("its end is missing", null);
    }

    private void requireHeader(@Nullable String line) {
        if (line != null && line.startsWith(BackupLines.HEADER_START) && !line.equals(BackupLines.HEADER)) {
            throw new WrongSettingException("<backup> (pagetrack.backup) " + path
                    + " was written by another version of pagetrack ("
                    + line.substring(BackupLines.HEADER_START.length()).replace("}", "") + "; this one reads "
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
