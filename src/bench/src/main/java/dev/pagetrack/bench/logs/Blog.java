package dev.pagetrack.bench.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The pages of a made-up blog, the most popular first. */
final class Blog {

    static final String HOST = "blog.example.com";

    private static final List<String> WORDS = List.of(
            "async", "bloom", "build", "cache", "cargo", "cell", "clock", "cloud", "code", "coffee", "commit", "core",
            "count", "data", "debug", "delta", "deploy", "design", "disk", "docker", "edge", "error", "event", "fast",
            "field", "filter", "flow", "garden", "gate", "graph", "hash", "heap", "index", "java", "join", "kernel",
            "lambda", "lazy", "link", "list", "lock", "log", "loop", "maven", "memory", "merge", "metric", "mutex",
            "node", "notes", "order", "page", "parse", "pipe", "pixel", "queue", "quick", "quiet", "range", "record",
            "regex", "ring", "river", "route", "safe", "scale", "scan", "schema", "search", "shard", "shell", "sketch",
            "slow", "sort", "split", "stack", "static", "stream", "string", "sync", "table", "tail", "test", "thread",
            "time", "token", "trace", "tree", "trie", "tuple", "type", "unit", "value", "vector", "view", "wave", "web",
            "window", "word", "zip");

    /** Words with letters that are percent-encoded in logs. */
    private static final List<String> FOREIGN_WORDS = List.of("café", "größe", "naïve", "日本", "señal", "été");

    private static final List<String> FIXED = List.of("", "blog/", "about/", "blog/archive/", "contact.html");

    /**
     * One page.
     *
     * @param name the page path that pagetrack must derive
     * @param path the path that a browser requests
     */
    record Page(String name, String path) {

        static Page of(String decoded) {
            var path = new StringBuilder();
            for (var part : decoded.split("(?<=/)|(?=/)", -1)) {
                path.append(part.equals("/") ? part : URLEncoder.encode(part, UTF_8));
            }
            return new Page(decoded.isEmpty() ? "/" : decoded, "/" + path);
        }
    }

    private Blog() {}

    static List<Page> pages(int count, long seed) {
        var random = new SeededRandom(seed, "pages");
        var names = new HashSet<>(FIXED);
        var pages = new ArrayList<Page>();
        while (pages.size() < count) {
            int fixed = pages.size() / 3;
            if (pages.size() % 3 == 0 && fixed < FIXED.size()) {
                pages.add(Page.of(FIXED.get(fixed)));
            } else {
                var name = article(random);
                if (names.add(name)) {
                    pages.add(Page.of(name));
                }
            }
        }
        return pages;
    }

    private static String article(SeededRandom random) {
        var name = new StringBuilder("blog/articles/")
                .append(LocalDate.of(2023, 1, 1).plusDays(random.below(1000)));
        int words = 2 + random.below(5);
        for (int i = 0; i < words; i++) {
            name.append('-').append(random.element(random.chance(0.004) ? FOREIGN_WORDS : WORDS));
        }
        return name.append('/').toString();
    }
}
