package dev.pagetrack.render.site;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists folders and opens files with the old API of {@link java.io.File}, which takes two thirds of the time of
 * {@link Files}: a rendering ends before the JVM has compiled the code behind {@code Files}. The old API only finds
 * files whose names the platform's charset can represent, so {@code Files} is used for the others.
 */
final class PlainFiles {

    /** Replaces bytes of a name that are no character in the platform's charset. */
    private static final char REPLACEMENT = '\uFFFD';

    private PlainFiles() {}

    /** Whether the platform's charset can represent a path; it cannot represent every name on the disk. */
    static boolean isRepresentable(String path) {
        return path.indexOf(REPLACEMENT) < 0;
    }

    /** The files and folders in a folder, in no particular order. */
    static List<Path> in(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        var names = isRepresentable(folder.toString()) ? folder.toFile().list() : null;
        if (names != null && areRepresentable(names)) {
            for (var name : names) {
                found.add(folder.resolve(name));
            }
            return found;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(found::add);
            return found;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean areRepresentable(String[] names) {
        for (var name : names) {
            if (!isRepresentable(name)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a file. */
    static InputStream open(Path file) throws IOException {
        if (isRepresentable(file.toString())) {
            try {
                return new FileInputStream(file.toFile());
            } catch (FileNotFoundException e) {
                // also thrown if the file may not be read: Files distinguishes the two
            }
        }
        return Files.newInputStream(file);
    }
}
