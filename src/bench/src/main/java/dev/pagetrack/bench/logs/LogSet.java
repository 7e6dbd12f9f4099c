package dev.pagetrack.bench.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A set of generated logs, which depends only on these numbers. (The compressed bytes also depend on the platform's
 * zlib.)
 *
 * @param lines how many lines all files of a format have together
 * @param files how many files each format has
 * @param pages how many pages the blog has
 * @param seed any number
 */
public record LogSet(int lines, int files, int pages, long seed) {

    /**
     * The file of expected views, beside the folders of the formats. Each line has a page path, a tab, and its views.
     */
    private static final String TRUTH = "truth.tsv";

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    public LogSet {
        if (lines < files || files < 1 || pages < 1) {
            throw new IllegalArgumentException(lines + " lines in " + files + " files about " + pages + " pages");
        }
    }

    /** Writes all files, gzipped, and the file of expected views; returns the expected views of each page. */
    public Map<String, Long> write(Path folder) throws IOException {
        for (var format : WrittenFormat.values()) {
            Files.createDirectories(folder.resolve(format.folder()));
        }
        var blog = Blog.pages(pages, seed);
        var views = new TreeMap<String, Long>();
        IntStream.range(0, files)
                .parallel()
                .mapToObj(file -> write(folder, new Traffic(linesOf(file), blog, random(file), file), file))
                .sequential()
                .forEachOrdered(part -> part.forEach((page, count) -> views.merge(page, count, Long::sum)));
        var truth = new StringBuilder();
        views.forEach(
                (page, count) -> truth.append(page).append('\t').append(count).append('\n'));
        Files.writeString(folder.resolve(TRUTH), truth);
        return views;
    }

    /** Whether a folder has a file of expected views. */
    public static boolean hasTruth(Path folder) {
        return Files.exists(folder.resolve(TRUTH));
    }

    /** Reads the file of expected views that {@link #write} wrote. */
    public static Map<String, Long> truth(Path folder) throws IOException {
        var views = new TreeMap<String, Long>();
        for (var line : Files.readAllLines(folder.resolve(TRUTH))) {
            int tab = line.indexOf('\t');
            views.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
        }
        return views;
    }

    /** The content of the first file of a format, not compressed. */
    public byte[] bytes(WrittenFormat format) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(format.head().getBytes(UTF_8));
        new Traffic(linesOf(0), Blog.pages(pages, seed), random(0), 0)
                .make(request -> bytes.writeBytes(format.line(request).getBytes(UTF_8)));
        return bytes.toByteArray();
    }

    private Map<String, Long> write(Path folder, Traffic visits, int file) {
        var outputs = new EnumMap<WrittenFormat, OutputStream>(WrittenFormat.class);
        try {
            for (var format : WrittenFormat.values()) {
                var path = folder.resolve(format.folder()).resolve(name(format, file));
                var out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), 1 << 16);
                outputs.put(format, out);
                out.write(format.head().getBytes(UTF_8));
            }
            var views = visits.make(request -> outputs.forEach((format, out) -> write(format.line(request), out)));
            for (var out : outputs.values()) {
                out.close();
            }
            return views;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String line, OutputStream out) {
        try {
            out.write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int linesOf(int file) {
        return lines / files + (file < lines % files ? 1 : 0);
    }

    private SeededRandom random(int file) {
        return new SeededRandom(seed, "file " + file);
    }

    private static String name(WrittenFormat format, int file) {
        var begin = NAME_TIME.format(Instant.ofEpochSecond(Traffic.begin(file)));
        return switch (format) {
            case CLOUDFRONT -> "EDFDVBD6EXAMPLE." + begin + ".%08x.gz".formatted(file * 0x9E3779B1);
            case S3 -> begin + "-00-00-%016X.gz".formatted(file * 0x9E3779B97F4A7C15L);
            case COMBINED -> "access.%02d.log.gz".formatted(file);
        };
    }
}
