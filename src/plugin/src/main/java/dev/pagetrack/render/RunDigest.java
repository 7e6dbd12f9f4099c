package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** Tells whether a rendering is asked to do the same as another: by all that decides but the pages and the figures. */
final class RunDigest {

    private RunDigest() {}

    static String of(RenderSettings settings) {
        return FiguresDigest.of(program() + "\n" + settings + "\n" + templates(settings.widgetDirectory()));
    }

    /** This program: the files it was loaded from. */
    private static String program() {
        try {
            return program(RunDigest.class) + program(Snapshot.class);
        } catch (IOException | URISyntaxException e) {
            return "unknown: " + System.nanoTime();
        }
    }

    /** The jar of a class, or the classes beside it in a folder. */
    private static String program(Class<?> type) throws IOException, URISyntaxException {
        var source =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(source)) {
            return source + " " + FileVersion.of(source) + "\n";
        }
        var versions = new TreeSet<String>();
        try (var classes =
                Files.newDirectoryStream(source.resolve(type.getPackageName().replace('.', '/')))) {
            for (var file : classes) {
                versions.add(file + " " + FileVersion.of(file));
            }
        }
        return versions + "\n";
    }

    private static String templates(Path directory) {
        if (!Files.isDirectory(directory)) {
            return "";
        }
        var found = new TreeSet<String>();
        try (var entries = Files.newDirectoryStream(directory, "*" + TemplateFiles.ENDING)) {
            for (var entry : entries) {
                found.add(entry.getFileName() + " " + FiguresDigest.of(Files.readString(entry)));
            }
            return found.toString();
        } catch (IOException e) {
            return "unreadable: " + System.nanoTime(); // who reads them will say so
        }
    }
}
