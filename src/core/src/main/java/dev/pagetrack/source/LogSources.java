package dev.pagetrack.source;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log objects that the logs setting names: local files, standard input, and objects in S3. Close it after the
 * logs are read. It opens S3 only when a name needs it; otherwise no class of the S3 client is loaded.
 */
public final class LogSources implements AutoCloseable {

    private static final String S3 = "s3://";
    private static final String STANDARD_INPUT = "-";

    private final Path base;
    private final Supplier<S3LogClient> openS3;
    private final InputStream input;
    private final Consumer<String> warnings;
    private final List<Path> temporary = new ArrayList<>();
    private @Nullable S3LogClient s3;

    /**
     * @param base the folder that relative names are resolved against
     * @param s3 opens S3
     * @param input standard input, for the name {@code -}
     */
    public LogSources(Path base, Supplier<S3LogClient> s3, InputStream input) {
        this(base, s3, input, warning -> {});
    }

    /**
     * Sources that report what they leave out.
     *
     * @param base the folder that relative names are resolved against
     * @param s3 opens S3
     * @param input standard input, for the name {@code -}
     * @param warnings receives what is left out, and why
     */
    public LogSources(Path base, Supplier<S3LogClient> s3, InputStream input, Consumer<String> warnings) {
        this.warnings = warnings;
        this.base = base;
        this.openS3 = s3;
        this.input = input;
    }

    /**
     * Finds log objects, sorted by name, without duplicates.
     *
     * @param names files, folders (all files in them and in their subfolders, except hidden ones), globs such as
     *     {@code logs/2026-*.gz}, {@code s3://bucket/prefix}, and {@code -} for standard input
     * @param since leaves out logs that were last modified before it, but never standard input
     * @throws UnreadableLogException if there is no name, or a name finds nothing: a misspelt folder must not look like
     *     an empty one
     */
    public List<LogObject> find(List<String> names, Optional<Instant> since) throws IOException {
        if (names.isEmpty()) {
            throw new UnreadableLogException("<logs> (pagetrack.logs) names nothing. Name files, folders, globs,"
                    + " s3://bucket/prefix or -, separated by commas.");
        }
        var found = new TreeMap<String, LogObject>();
        for (var name : names) {
            find(name, since).forEach(object -> found.putIfAbsent(object.name(), object));
        }
        return List.copyOf(found.values());
    }

    private List<LogObject> find(String name, Optional<Instant> since) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return List.of(standardInput());
        }
        return name.startsWith(S3) ? inS3(name, since) : LogFileFinder.find(base, name, since, warnings);
    }

    private List<LogObject> inS3(String name, Optional<Instant> since) throws IOException {
        var path = name.substring(S3.length());
        int slash = path.indexOf('/');
        var bucket = slash < 0 ? path : path.substring(0, slash);
        var prefix = slash < 0 ? "" : path.substring(slash + 1);
        if (bucket.isEmpty() || name.contains("*")) {
            throw new UnreadableLogException(
                    "<logs> names '" + name
                            + "': write s3://bucket/prefix without wildcards. All objects whose keys begin with the prefix are read.");
        }
        if (s3 == null) {
            s3 = openS3.get();
        }
        var found = s3.list(bucket, prefix, since);
        if (found.isEmpty() && since.isEmpty()) {
            throw new UnreadableLogException("<logs> names '" + name + "', but no object of that bucket has a key that"
                    + " begins with '" + prefix + "'.");
        }
        return found;
    }

    /** Copies standard input into a temporary file, because a log is read twice and may be larger than the memory. */
    private LogObject standardInput() throws IOException {
        var file = Files.createTempFile("pagetrack-", ".log");
        temporary.add(file);
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            input.transferTo(out);
        }
        return new FileLogObject(file, "the standard input");
    }

    @Override
    public void close() throws IOException {
        if (s3 != null) {
            s3.close();
        }
        for (var file : temporary) {
            Files.deleteIfExists(file);
        }
    }
}
