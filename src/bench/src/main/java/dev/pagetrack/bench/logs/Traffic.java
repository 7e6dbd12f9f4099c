package dev.pagetrack.bench.logs;

import dev.pagetrack.bench.logs.Blog.Page;
import dev.pagetrack.bench.logs.Request.Client;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Generates the requests of one log file: readers who open pages and their assets, bots, broken links and scans. Of ten
 * requests, six are for assets, two are for pages by readers, and the rest come from programs.
 */
final class Traffic {

    /** The time of the first file: a day in May 2026, 00:00 UTC. */
    private static final long BEGIN = 1_777_766_400L;

    /** The length of time that one file covers. */
    private static final int SECONDS_PER_FILE = 6 * 3600;

    private static final List<String> REFERRERS = List.of(
            "https://www.google.com/",
            "https://www.google.de/",
            "https://www.bing.com/",
            "https://duckduckgo.com/",
            "https://news.ycombinator.com/",
            "https://www.reddit.com/r/java/",
            "https://lobste.rs/",
            "https://t.co/");
    private static final List<String> QUERIES =
            List.of("utm_source=newsletter&utm_medium=email", "fbclid=IwAR1dxYz", "ref=home", "q=async%20await");
    private static final List<String> SCANS = List.of(
            "/wp-login.php", "/xmlrpc.php", "/.env", "/.git/config", "/admin/", "/ads.txt", "/blog/feed", "/index.php");
    private static final List<String> ASSETS = List.of(
            "/assets/css/main.5a0c3f1e.css",
            "/assets/js/app.91be20d7.js",
            "/assets/js/search.02c6d9aa.js",
            "/assets/fonts/inter-regular.woff2",
            "/assets/fonts/inter-bold.woff2",
            "/assets/img/logo.svg",
            "/favicon.ico");

    private final int lines;
    private final List<Page> pages;
    private final double[] popularity;
    private final List<Client> readers;
    private final List<Client> bots;
    private final SeededRandom random;
    private final Map<String, Long> views = new TreeMap<>();
    private final long begin;
    private Consumer<Request> requests = request -> {};
    private int made;

    Traffic(int lines, List<Page> pages, SeededRandom random, int file) {
        this.lines = lines;
        this.pages = pages;
        this.popularity = SeededRandom.zipf(pages.size(), 1);
        this.readers = Clients.readers(Math.max(50, lines / 8), random);
        this.bots = Clients.bots(300, random);
        this.random = random;
        this.begin = begin(file);
    }

    /** The beginning of the time that a file covers, in seconds since 1970 UTC. */
    static long begin(int file) {
        return BEGIN + (long) file * SECONDS_PER_FILE;
    }

    /** Generates the requests; may be called once. Returns the expected views of each page, by page path. */
    Map<String, Long> make(Consumer<Request> requests) {
        this.requests = requests;
        while (made < lines) {
            double kind = random.fraction();
            var page = pages.get(random.index(popularity));
            if (kind < 0.55) {
                visit(random.element(readers), page);
            } else if (kind < 0.93) {
                crawl(random.element(bots), page);
            } else {
                add(
                        random.element(random.chance(0.7) ? readers : bots),
                        random.chance(0.9) ? "GET" : "POST",
                        random.element(SCANS),
                        404);
            }
        }
        return views;
    }

    private void visit(Client reader, Page page) {
        int status = status(page);
        var method = random.chance(0.985) ? "GET" : random.chance(0.7) ? "HEAD" : "POST";
        var path = status == 301
                ? page.path().substring(0, page.path().length() - 1)
                : page.path().endsWith("/") && random.chance(0.03) ? page.path() + "index.html" : page.path();
        var referrer = random.chance(0.35)
                ? "https://" + Blog.HOST
                        + pages.get(random.below(Math.min(200, pages.size()))).path()
                : random.chance(0.6) ? random.element(REFERRERS) : "";
        add(reader, method, path, random.chance(0.08) ? random.element(QUERIES) : "", status, referrer);
        if (method.equals("GET") && (status == 200 || status == 304)) {
            views.merge(page.name(), 1L, Long::sum);
        }
        int assets = random.below(7);
        for (int i = 0; i < assets && made < lines; i++) {
            asset(reader, "https://" + Blog.HOST + path);
        }
    }

    private int status(Page page) {
        double status = random.fraction();
        boolean redirects = page.path().length() > 1 && page.path().endsWith("/");
        return status < 0.82 ? 200 : status < 0.96 ? 304 : status < 0.985 ? (redirects ? 301 : 200) : 403;
    }

    private void asset(Client reader, String page) {
        var path = random.chance(0.25)
                ? "/assets/img/" + pages.get(random.below(pages.size())).path().hashCode() + "/figure-1.png"
                : random.element(ASSETS);
        add(
                reader,
                "GET",
                path,
                random.chance(0.1) ? "v=1." + random.below(9) : "",
                random.chance(0.8) ? 200 : 304,
                page);
    }

    private void crawl(Client bot, Page page) {
        double kind = random.fraction();
        if (kind < 0.12) {
            add(bot, "GET", kind < 0.06 ? "/robots.txt" : "/feed.xml", 200);
        } else if (kind < 0.25) {
            add(bot, "GET", "/old" + page.path(), 404);
        } else {
            add(bot, random.chance(0.05) ? "HEAD" : "GET", page.path(), kind < 0.30 ? 304 : 200);
        }
    }

    private void add(Client client, String method, String path, int status) {
        add(client, method, path, "", status, "");
    }

    private void add(Client client, String method, String path, String query, int status, String referrer) {
        // Nearly sorted by time, like real logs.
        long second = begin + Math.min((long) made * SECONDS_PER_FILE / lines + random.below(20), SECONDS_PER_FILE - 1);
        var id = Base64.getUrlEncoder().encodeToString(random.bytes(40));
        int size = status == 304 || method.equals("HEAD") ? 0 : 1000 + random.below(50_000);
        requests.accept(new Request(second, client, method, path, query, status, referrer, type(path), size, id));
        made++;
    }

    private static String type(String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1);
        return switch (extension) {
            case "css" -> "text/css";
            case "js" -> "application/javascript";
            case "woff2" -> "font/woff2";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "ico" -> "image/x-icon";
            case "txt" -> "text/plain";
            case "xml" -> "application/xml";
            default -> "text/html";
        };
    }
}
