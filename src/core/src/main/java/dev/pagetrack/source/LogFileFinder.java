package dev.pagetrack.source;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds the local log files that one entry of the logs setting names: a file, a folder or a glob. */
final class LogFileFinder {

    private LogFileFinder() {}

    /**
     * Finds log files, sorted by path.
     *
     * @param base the folder that relative names are resolved against
     * @param name a file, a folder (all files in it and in its subfolders, except hidden ones) or a glob such as
     *     {@code logs/2026-*.gz}
     * @param since leaves out files that were last modified before it
     * @param warnings receives what is left out
     * @throws UnreadableLogException if the name matches no file, not even one older than {@code since}
     */
    static List<LogObject> find(Path base, String name, Optional<Instant> since, Consumer<String> warnings)
            throws IOException {
        var found = isGlob(name) ? matching(base, name, warnings) : below(base.resolve(name), warnings);
        if (found.isEmpty()) {
            throw new UnreadableLogException("<logs> names '" + name + "', but there is no log file: "
                    + base.resolve(withoutGlob(name)).normalize() + " was searched."
                    + " Name a file, a folder or a glob, separated by commas.");
        }
        var files = new ArrayList<Path>();
        for (var file : found) {
            if (since.isEmpty() || !Files.getLastModifiedTime(file).toInstant().isBefore(since.get())) {
                files.add(file.toAbsolutePath().normalize());
            }
        }
        return files.stream()
                .sorted(Comparator.comparing(Path::toString))
                .<LogObject>map(FileLogObject::new)
                .toList();
    }

    private static boolean isGlob(String name) {
        return name.contains("*") || name.contains("?");
    }

    /** The folder that holds the part of the path with the first wildcard. */
    private static String withoutGlob(String name) {
        int wild = name.indexOf('*');
        int question = name.indexOf('?');
        int first = wild < 0 || (question >= 0 && question < wild) ? question : wild;
        return first < 0 ? name : name.substring(0, name.lastIndexOf('/', first) + 1);
    }

    private static List<Path> matching(Path base, String glob, Consumer<String> warnings) throws IOException {
        var folder = base.resolve(withoutGlob(glob));
        var rest = glob.substring(withoutGlob(glob).length());
        var matcher = matcher(glob, rest);
        return Files.isDirectory(folder)
                ? files(folder, file -> matcher.matches(folder.relativize(file)), warnings)
                : List.of();
    }

    private static PathMatcher matcher(String glob, String rest) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + rest);
        } catch (PatternSyntaxException e) {
            throw new UnreadableLogException("<logs> names '" + glob + "', which is not a valid glob ("
                    + e.getDescription() + "). Close each [ and {, or write \\ before it.");
        }
    }

    private static List<Path> below(Path path, Consumer<String> warnings) throws IOException {
        if (Files.isDirectory(path)) {
            return files(path, file -> true, warnings);
        }
        return Files.exists(path) ? List.of(path) : List.of();
    }

    private static List<Path> files(Path folder, Predicate<Path> wanted, Consumer<String> warnings) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(folder.relativize(file)) && wanted.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (!(e instanceof FileSystemLoopException)) {
                    throw e;
                }
                warnings.accept(file + " is a link to a folder that it lies in. It is not followed; all other logs are"
                        + " read. Remove the link to end this warning.");
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean isHidden(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
