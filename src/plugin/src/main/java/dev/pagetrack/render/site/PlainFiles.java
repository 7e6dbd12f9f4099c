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
 * Folders and files by the oldest means of the JDK. A rendering is over before the code behind {@link Files} is warm, and
 * these take two thirds of its time. They know only names that the platform can spell: others go the other way.
 */
final class PlainFiles {

    /** What stands in a name for bytes that no character of the platform's charset has. */
    private static final char UNSPELT = '\uFFFD';

    private PlainFiles() {}

    /** Whether a path reads as it is: not every name on the disk is one in the platform's charset. */
    static boolean isSpelt(String path) {
        return path.indexOf(UNSPELT) < 0;
    }

    /** The files and folders in a folder, in no order. */
    static List<Path> in(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        var names = isSpelt(folder.toString()) ? folder.toFile().list() : null;
        if (names != null && areSpelt(names)) {
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

    private static boolean areSpelt(String[] names) {
        for (var name : names) {
            if (!isSpelt(name)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a file. */
    static InputStream open(Path file) throws IOException {
        if (isSpelt(file.toString())) {
            try {
                return new FileInputStream(file.toFile());
            } catch (FileNotFoundException e) {
                // also said of a file that may not be read: the other way tells which
            }
        }
        return Files.newInputStream(file);
    }
}
