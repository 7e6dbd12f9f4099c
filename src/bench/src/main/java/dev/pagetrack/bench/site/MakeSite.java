package dev.pagetrack.bench.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes a site: {@code MakeSite <folder> [pages] [seed]}. {@code site} contains pages of some 28 KB, each in its own
 * folder: two thirds of them have a counter, one of twenty has a list, and one of four has text that only looks like
 * markers. {@code expected} contains the same pages after a rendering, {@code snapshot.json} the figures, and {@code
 * widgets} the templates.
 */
public final class MakeSite {

    private static final Instant THEN = Instant.parse("2026-03-02T03:04:05Z");
    private static final int LISTED = 5;
    private static final int PARAGRAPHS = 48;
    private static final String WORDS = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor";
    private static final String DECOYS = """
            <!-- <b data-pagetrack="views"></b> -->
            <script>var t = '<b data-pagetrack="views"></b>';</script>
            """;

    private final Path folder;
    private final int pages;
    private final Random random;

    private MakeSite(Path folder, int pages, long seed) {
        this.folder = folder;
        this.pages = pages;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("MakeSite <folder> [pages] [seed]");
            System.exit(2);
        }
        make(
                Path.of(args[0]),
                args.length > 1 ? Integer.parseInt(args[1]) : 10_000,
                args.length > 2 ? Long.parseLong(args[2]) : 1);
    }

    /** Writes the site. */
    static void make(Path folder, int pages, long seed) throws IOException {
        new MakeSite(folder, pages, seed).make();
    }

    private void make() throws IOException {
        var totals = new TreeMap<String, PageTotal>();
        var list = new StringBuilder("<ol>");
        for (int i = 0; i < pages; i++) {
            totals.put(path(i), new PageTotal(views(i), THEN, THEN));
            if (i < LISTED) {
                list.append("<li>/")
                        .append(path(i))
                        .append(' ')
                        .append(views(i))
                        .append("</li>");
            }
        }
        Files.createDirectories(folder.resolve("widgets"));
        Files.writeString(folder.resolve("widgets/views.mustache"), "{{views.raw}}");
        Files.writeString(
                folder.resolve("widgets/most-viewed.mustache"),
                "<ol>{{#items}}<li>{{url}} {{views.raw}}</li>{{/items}}</ol>");
        new SnapshotFile(folder.resolve("snapshot.json")).write(new Snapshot(THEN, totals, new TreeMap<>()));
        for (int i = 0; i < pages; i++) {
            write(i, list.append(i == 0 ? "</ol>" : "").toString());
        }
    }

    /** The views of a page: the first page has the most, and no two pages have the same number. */
    private long views(int page) {
        return 3L * (pages - page);
    }

    private static String path(int page) {
        return "posts/page-" + page + "/";
    }

    private void write(int page, String list) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append("<p class=\"text\">");
            var words = WORDS.split(" ", -1);
            for (int word = 0; word < 80; word++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            text.append("</p>\n");
        }
        var counter = page % 3 == 0 ? new String[] {"", "", ""} : marker("views", Long.toString(views(page)));
        var ranking = page % 20 == 0 ? marker("most-viewed\" data-limit=\"" + LISTED, list) : new String[] {"", "", ""};
        var head = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Page " + page + "</title>\n"
                + (page % 4 == 0 ? DECOYS : "") + "</head><body><h1>Page " + page + "</h1>\n";
        var empty = head + counter[0] + counter[2] + ranking[0] + ranking[2] + text + "</body></html>\n";
        var full = head + String.join("", counter) + String.join("", ranking) + text + "</body></html>\n";
        write("site/" + path(page), empty);
        write("expected/" + path(page), full);
    }

    private static String[] marker(String attributes, String content) {
        return new String[] {"<div data-pagetrack=\"" + attributes + "\">", content, "</div>\n"};
    }

    private void write(String path, String html) throws IOException {
        Files.createDirectories(folder.resolve(path));
        Files.writeString(folder.resolve(path + "index.html"), html, UTF_8);
    }
}
