package dev.pagetrack.render.record;

import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.stats.Snapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Computes the digest of a rendering's inputs, except the pages and the figures: settings, templates and this program.
 */
public final class InputsDigest {

    private InputsDigest() {}

    /**
     * The digest of a rendering.
     *
     * @param settings the digest of its settings
     * @param templates the files of the user's templates, in order
     */
    public static String of(String settings, List<Path> templates) {
        var digest = new Digest();
        digest.add(settings);
        try {
            digest.add(ofProgram(source(InputsDigest.class)));
            digest.add(ofProgram(source(Snapshot.class)));
        } catch (IOException | URISyntaxException e) {
            addUnknown(digest);
        }
        try {
            for (var template : templates) {
                digest.add(template.getFileName().toString());
                digest.add(Files.readString(template));
            }
        } catch (IOException e) {
            addUnknown(digest); // the rendering will read them and report the error
        }
        return digest.text();
    }

    /** The jar or folder from which a class was loaded; it does not depend on the package of the class. */
    private static Path source(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /**
     * The digest of a part of this program.
     *
     * @param source a jar, or a folder of classes; every file in it is part of the digest
     */
    static String ofProgram(Path source) throws IOException {
        var digest = new Digest();
        if (Files.isDirectory(source)) {
            try (var files = Files.walk(source)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(digest, file);
                }
            }
        } else {
            add(digest, source);
        }
        return digest.text();
    }

    private static void add(Digest digest, Path file) throws IOException {
        var version = FileVersion.of(file);
        digest.add(file.toString());
        digest.add(version.size());
        digest.add(version.modified());
        digest.add(version.changed());
        digest.add(version.inode());
    }

    /** Makes the digest differ from every other, because an input cannot be read. */
    private static void addUnknown(Digest digest) {
        digest.add(System.nanoTime());
    }
}
