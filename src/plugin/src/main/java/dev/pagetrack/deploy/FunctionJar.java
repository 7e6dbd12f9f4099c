package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.log.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The jar with the functions' code.
 *
 * @param file its path
 * @param key its key in the bucket. It contains the checksum, so that the same code is uploaded once, and other code
 *     never overwrites it
 * @param sha256 its checksum in hexadecimal digits
 */
record FunctionJar(Path file, String key, String sha256) {

    /**
     * Reads the file and computes its checksum.
     *
     * @throws WrongSettingException if there is no such file
     * @throws UncheckedIOException if it cannot be read
     */
    static FunctionJar of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WrongSettingException(
                    "<functionJar> (pagetrack.functionJar) is " + file + ", but there is no such"
                            + " file. Without it, the jar that was released with this plugin is used.");
        }
        var digest = Sha256.create();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sha256 = Sha256.hex(digest);
        return new FunctionJar(file, "pagetrack/" + sha256 + ".jar", sha256);
    }

    /** The checksum in Base64, as S3 expects it. */
    String checksum() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
}
