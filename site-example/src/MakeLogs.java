import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Generates the sample access logs in {@code src/logs}: half a year of an invented blog's visitors, with the traffic and
 * the oddities that real logs have. Run it in the folder of the example:
 *
 * <pre>java src/MakeLogs.java</pre>
 *
 * <p>The blog is in an S3 bucket with website hosting until {@link #CDN}, and behind CloudFront from then on. All
 * randomness has a fixed seed, so each run generates the same lines. The bytes of a gzip file depend on the zlib of the JDK;
 * a file that already has the right lines is therefore not written again.
 */
public final class MakeLogs {
    private static final String HOST = "blog.example.com";
    private static final long START = at("2026-04-01T00:00:00Z");
    /** From this time on, CloudFront is in front of the bucket. */
    private static final long CDN = at("2026-06-01T00:00:00Z");

    private static final long END = at("2026-10-01T00:00:00Z");

    /**
     * @param path as a browser sends it: percent-encoded
     * @param views the number of its views until {@link #END}, without special cases
     * @param fade how the views decrease over time: 1 means steady reading; with a higher value, more views come soon after publication
     */
    private record Page(String path, String published, int views, double fade) {}

    private static final String ARTICLES = "/blog/articles/";
    private static final Page HOME = new Page("/", "2026-04-01", 214, 0.75);
    private static final Page ABOUT = new Page("/about.html", "2026-04-01", 43, 1);
    private static final Page MARKERS = article("2026-04-14-one-attribute-is-a-counter", 109, 1.3);
    private static final Page POLICY = article("2026-05-05-what-counts-as-a-view", 137, 1.2);
    private static final Page TABLE = article("2026-06-09-one-table-three-questions", 148, 1.6);
    private static final Page EMBEDDED = article("2026-06-23-a-counter-without-an-account", 1038, 10);
    /** Published under {@link #OLD_CAFE}, and renamed two days later. */
    private static final Page CAFE = new Page(ARTICLES + "2026-07-21-the-cafe-problem/", "2026-07-23", 191, 2);

    private static final String OLD_CAFE = ARTICLES + "2026-07-21-the-caf%C3%A9-problem/";
    private static final long RENAMED = at("2026-07-23T05:50:00Z");
    private static final Page COST = article("2026-08-25-what-a-million-views-cost", 176, 1.9);
    private static final List<Page> PAGES = List.of(
            HOME,
            ABOUT,
            article("2026-03-31-why-bake-page-counters", 163, 1.5),
            MARKERS,
            POLICY,
            article("2026-05-19-no-view-counts-twice", 92, 2),
            TABLE,
            EMBEDDED,
            article("2026-07-07-feeding-it-logs", 107, 1.6),
            CAFE,
            article("2026-08-04-your-own-widget", 71, 1.5),
            COST,
            article("2026-09-08-counting-without-watching", 131, 1.8),
            article("2026-09-22-moving-from-the-tutorial", 52, 1.7));

    private static final String[] BROWSERS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0",
        // Brackets in a user agent look like those around the time of an S3 line.
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBDV/iPhone16,1;FBLC/de_DE]",
    };
    private static final String[] BOTS = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.7204.157 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "curl/8.5.0",
        "-",
    };
    private static final String[] EDGES = {
        "FRA56-P2",
        "FRA56-P2",
        "FRA60-P5",
        "IAD89-C1",
        "IAD89-C1",
        "IAD55-P3",
        "LHR61-P1",
        "NRT57-P3",
        "SIN2-P1",
        "SYD62-P1",
        "GRU3-P2",
        "CDG52-P4",
        "BOM78-P1",
        "SFO53-P1",
    };
    private static final String[] REFERRERS = {
        "-",
        "-",
        "-",
        "https://www.google.com/",
        "https://www.google.com/",
        "https://www.google.de/",
        "https://duckduckgo.com/",
        "https://www.bing.com/",
        "https://lobste.rs/",
        "https://news.ycombinator.com/",
        "https://blog.example.com/",
        "https://blog.example.com/",
        "https://blog.example.com/blog/articles/2026-03-31-why-bake-page-counters/",
    };
    private static final String[] QUERIES = {
        "utm_source=newsletter&utm_medium=email",
        "ref=hackernews",
        "fbclid=IwAR2xYz7",
        "q=caf%C3%A9",
        "page=2",
        "utm_source=mastodon",
    };

    /** The same name five times: any character may be percent-encoded, and the hex digits may be lower case. */
    private static final String[] SPELLINGS = {
        "the%2Dcafe%2Dproblem",
        "the%2dcafe%2dproblem",
        "the-%63afe-problem",
        "the-caf%65-problem",
        "%74he-cafe-problem",
    };

    private static final String[] ASSETS = {
        "/css/site.css", "/css/site.css", "/img/tally.svg", "/img/tally.png", "/feed.xml", "/js/old-theme.js"
    };
    private static final String[] SCANS = {
        "/wp-login.php", "/.env", "/.git/config", "/xmlrpc.php", "/admin/", "/blog//articles/"
    };

    /** A person or a program that makes requests. */
    private record Visitor(String address, String agent, String edge, String protocol) {}

    /**
     * One request, independent of the log format.
     *
     * @param path as sent, percent-encoded, without the query
     * @param result CloudFront's result type, null for the ordinary one of the status
     * @param operation S3's operation, null for the website endpoint's own
     */
    private record Hit(
            long time,
            Visitor who,
            String method,
            String path,
            String query,
            int status,
            String referrer,
            String result,
            String operation) {

        Hit as(String newMethod, int newStatus) {
            return new Hit(time, who, newMethod, path, query, newStatus, referrer, result, operation);
        }

        Hit result(int newStatus, String newResult) {
            return new Hit(time, who, method, path, query, newStatus, referrer, newResult, operation);
        }

        Hit operation(String newOperation) {
            return new Hit(time, who, method, path, query, status, referrer, result, newOperation);
        }
    }

    private final Random random = new Random(20260401);
    private final List<Hit> hits = new ArrayList<>();
    private final List<Hit> originHits = new ArrayList<>();
    private final Path logs;
    private int fileCount;
    private int lineCount;

    private MakeLogs(Path logs) {
        this.logs = logs;
    }

    public static void main(String[] args) {
        MakeLogs made = new MakeLogs(Path.of("src", "logs"));
        made.visits();
        made.noise();
        made.housekeeping();
        made.write();
        System.out.println(made.lineCount + " lines in " + made.fileCount + " files");
    }

    private static Page article(String folder, int views, double fade) {
        return new Page(ARTICLES + folder + "/", folder.substring(0, 10), views, fade);
    }

    // ----------------------------------------------------------------------------------------------------------
    // requests

    private void visits() {
        for (Page page : PAGES) {
            long from = Math.max(START, at(page.published() + "T06:00:00Z"));
            for (int i = 0; i < page.views(); i++) {
                visit(page, from + (long) ((END - 60 - from) * StrictMath.pow(random.nextDouble(), page.fade())));
            }
        }
        // Two readers of one page in the same second, in both formats: all of them count.
        for (int i = 0; i < 2; i++) {
            hits.add(get(at("2026-05-12T09:30:15Z"), person(), POLICY.path(), 200));
        }
        for (int i = 0; i < 3; i++) {
            hits.add(get(at("2026-06-24T14:02:07Z"), person(), EMBEDDED.path(), 200));
        }
        // The bucket's REST endpoint has readers, too: an old link names it.
        for (int i = 0; i < 8; i++) {
            hits.add(get(between("2026-04-15", "2026-05-31"), person(), MARKERS.path(), 200)
                    .operation("REST.GET.OBJECT"));
        }
        // The first two days of an article that was renamed then: views of a page that the site no longer has.
        for (int i = 0; i < 17; i++) {
            long time = at("2026-07-21T06:00:00Z") + random.nextInt((int) (RENAMED - at("2026-07-21T06:00:00Z")));
            String path = i % 4 == 1 ? OLD_CAFE.replace("%C3%A9", "%c3%a9") : OLD_CAFE;
            hits.add(get(time, person(), i % 7 == 3 ? path + "index.html" : path, i == 5 ? 304 : 200));
        }
    }

    /** One counted view, and what the browser fetches with it. */
    private void visit(Page page, long time) {
        Visitor who = person();
        String path = page.path();
        if (path.endsWith("/") && chance(0.06)) {
            path += "index.html";
        }
        if (page == CAFE && chance(0.25)) {
            path = path.replace("the-cafe-problem", pick(SPELLINGS));
        }
        String query = chance(0.08) ? pick(QUERIES) : "-";
        String referrer = page == EMBEDDED && chance(0.6) ? "https://news.ycombinator.com/" : pick(REFERRERS);
        hits.add(new Hit(time, who, "GET", path, query, chance(0.09) ? 304 : 200, referrer, null, null));
        for (int i = time < CDN ? 2 : 0; i < 3; i++) {
            if (chance(0.08)) {
                String from = "https://" + HOST + page.path();
                hits.add(new Hit(time + 1, who, "GET", pick(ASSETS), "-", chance(0.3) ? 304 : 200, from, null, null));
            }
        }
    }

    /** Requests that are not views. Each kind occurs in both formats, if that format can have it. */
    private void noise() {
        for (int i = 0; i < 255; i++) {
            long time = whenever();
            Page page = published(time);
            Hit bot = get(
                    time,
                    bot(),
                    chance(0.12) ? "/robots.txt" : chance(0.1) ? "/feed.xml" : page.path(),
                    chance(0.12) ? 304 : 200);
            hits.add(chance(0.08) ? bot.as("HEAD", 200) : bot);
        }
        for (int i = 0; i < 42; i++) {
            hits.add(get(whenever(), chance(0.5) ? person() : bot(), pick(SCANS), 404));
            Hit hit = someonesArticle();
            hits.add(get(hit.time(), hit.who(), hit.path().replaceAll("/$", "-old/"), 404));
        }
        for (int i = 0; i < 18; i++) {
            Hit hit = someones();
            hits.add(hit.as("HEAD", 200));
            hits.add(someones().as("POST", 405));
            hits.add(someones().as("GET", 403));
            hits.add(someones().as("GET", 206));
        }
        for (int i = 0; i < 30; i++) { // the slash is missing: a redirect, and then the page, which is in visits()
            Hit hit = someonesArticle();
            hits.add(get(hit.time(), hit.who(), hit.path().replaceAll("/$", ""), 301));
        }
        // Old links to the renamed article. The last has its accent as a character of its own, which is another name.
        for (int i = 0; i < 11; i++) {
            hits.add(get(between("2026-07-24", "2026-09-29"), person(), OLD_CAFE, 404));
        }
        hits.add(get(at("2026-08-02T10:11:12Z"), person(), OLD_CAFE.replace("%C3%A9", "e%CC%81"), 404));
        // Paths that cannot be decoded: an accent in another charset, half of an accent, no hex digits.
        for (String nothing : new String[] {"%E9", "%E9", "%C3", "%C3", "%zz"}) {
            hits.add(get(between("2026-07-24", "2026-09-29"), person(), OLD_CAFE.replace("%C3%A9", nothing), 200));
        }
        for (int i = 0; i < 10; i++) {
            hits.add(afterCdn().result(301, "Redirect")); // HTTP to HTTPS
            hits.add(afterCdn().result(200, "Error")); // the reader left before the end
            hits.add(afterCdn().result(503, "LimitExceeded"));
        }
        for (int i = 0; i < 4; i++) {
            hits.add(afterCdn().result(0, "Error")); // the reader left before the beginning: logged as 000
            hits.add(afterCdn().result(502, "Error"));
            hits.add(afterCdn().result(503, "CapacityExceeded"));
        }
        // S3 does not escape a quotation mark. These lines look like views, and can be read in more than one way.
        String[] odd = {
            "Mozilla/5.0 \"quoted\" (X11; Linux x86_64) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (X11; Linux x86_64)\" \"Firefox/140.0",
            "\"Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0\"",
            "Mozilla/5.0 (X11; Linux x86_64) 5\" screen",
        };
        for (String agent : odd) {
            hits.add(get(
                    between("2026-05-06", "2026-05-31"),
                    new Visitor("203.0.113.66", agent, "FRA56-P2", "HTTP/1.1"),
                    POLICY.path(),
                    200));
        }
    }

    /** The lines in the bucket's log that are not readers: uploads, checks, lifecycle rules, and CloudFront's fetches. */
    private void housekeeping() {
        Visitor author = new Visitor(
                "192.0.2.10",
                "aws-cli/2.27.49 md/awscrt#0.26.1 ua/2.1 os/linux#6.8 lang/python#3.13.4 md/pyimpl#CPython cfg/retry-mode#standard",
                "FRA56-P2",
                "HTTP/1.1");
        for (Page page : PAGES) {
            keep(author, Math.max(START, at(page.published() + "T05:50:00Z")), "PUT", page.path(), 200);
            keep(author, Math.max(START, at(page.published() + "T05:50:00Z")), "HEAD", page.path(), 200);
        }
        keep(author, at("2026-07-21T05:50:00Z"), "PUT", OLD_CAFE, 200);
        keep(author, RENAMED, "DELETE", OLD_CAFE, 204);
        for (int i = 0; i < 3; i++) {
            hits.add(get(between("2026-04-20", "2026-05-31"), author, "/", 200).operation("REST.GET.BUCKET"));
        }
        Visitor lifecycle = new Visitor("-", "-", "-", "-");
        for (int i = 0; i < 6; i++) {
            Hit expired = new Hit(
                    between("2026-05-01", "2026-05-31"),
                    lifecycle,
                    "-",
                    "/drafts/" + (i + 1) + "/",
                    "-",
                    0,
                    "-",
                    null,
                    "S3.EXPIRE.OBJECT");
            hits.add(expired);
            originHits.add(new Hit(
                    expired.time() + 86400L * 70,
                    lifecycle,
                    "-",
                    "/drafts/" + (i + 7) + "/",
                    "-",
                    0,
                    "-",
                    null,
                    "S3.EXPIRE.OBJECT"));
        }
        // The website endpoint stays open, and some links still lead there: the same spellings, encoded twice.
        for (int i = 0; i < 12; i++) {
            String path = i < 7 ? CAFE.path().replace("the-cafe-problem", SPELLINGS[i % 5]) : CAFE.path();
            originHits.add(get(between("2026-07-24", "2026-09-29"), person(), path, i == 5 ? 304 : 200));
        }
        for (int i = 0; i < 4; i++) {
            originHits.add(get(between("2026-07-22", "2026-07-22"), person(), OLD_CAFE, 200));
        }
        for (int i = 0; i < 3; i++) {
            originHits.add(get(between("2026-07-24", "2026-09-29"), person(), OLD_CAFE, 404));
        }
        for (String nothing : new String[] {"%E9", "%zz"}) {
            String path = OLD_CAFE.replace("%C3%A9", nothing);
            originHits.add(get(between("2026-07-24", "2026-09-29"), person(), path, 200));
        }
        // The CDN fills its cache. Each of these has its reader in CloudFront's own log.
        for (int i = 0; i < 22; i++) {
            Hit read = afterCdn();
            Visitor cloudFront = new Visitor(
                    "192.0.2." + (100 + random.nextInt(60)),
                    "Amazon CloudFront",
                    read.who().edge(),
                    "HTTP/1.1");
            originHits.add(get(read.time(), cloudFront, read.path(), 200).operation("REST.GET.OBJECT"));
        }
    }

    /** One request of the author to the bucket, in the file of its time. */
    private void keep(Visitor author, long time, String method, String path, int status) {
        Hit hit = new Hit(time, author, method, path, "-", status, "-", null, "REST." + method + ".OBJECT");
        (time < CDN ? hits : originHits).add(hit);
    }

    private Hit get(long time, Visitor who, String path, int status) {
        return new Hit(time, who, "GET", path, "-", status, pick(REFERRERS), null, null);
    }

    private Hit someones() {
        long time = whenever();
        return get(time, person(), published(time).path(), 200);
    }

    private Hit someonesArticle() {
        Hit hit = someones();
        return hit.path().startsWith(ARTICLES) ? hit : someonesArticle();
    }

    private Hit afterCdn() {
        long time = between("2026-06-01", "2026-09-30");
        return get(time, person(), published(time).path(), 200);
    }

    private Visitor person() {
        String address = chance(0.15)
                ? String.format(Locale.ROOT, "2001:db8:%x::%x", random.nextInt(0x10000), 1 + random.nextInt(0xffff))
                : (chance(0.5) ? "198.51.100." : "203.0.113.") + (1 + random.nextInt(254));
        String protocol = chance(0.2) ? "HTTP/3.0" : chance(0.1) ? "HTTP/1.1" : "HTTP/2.0";
        // The squared number makes the first browsers more frequent than the last.
        String agent = BROWSERS[(int) (random.nextDouble() * random.nextDouble() * BROWSERS.length)];
        return new Visitor(address, agent, pick(EDGES), protocol);
    }

    private Visitor bot() {
        return new Visitor("192.0.2." + (1 + random.nextInt(90)), pick(BOTS), pick(EDGES), "HTTP/1.1");
    }

    /** A page that exists at that time. */
    private Page published(long time) {
        while (true) {
            Page page = PAGES.get(random.nextInt(PAGES.size()));
            if (at(page.published() + "T06:00:00Z") <= time) {
                return page;
            }
        }
    }

    /** A random time; later times are more frequent, because the blog grows. */
    private long whenever() {
        return START + 43_200 + (long) ((END - START - 86_400) * StrictMath.pow(random.nextDouble(), 0.62));
    }

    private long between(String fromDay, String toDay) {
        long from = at(fromDay + "T07:00:00Z");
        return from + (long) ((at(toDay + "T22:00:00Z") - from) * random.nextDouble());
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    // -------------------------------------------------------------------------------------------------------------
    // files

    private void write() {
        // Stable: requests of the same second keep the order in which they were generated.
        hits.sort(Comparator.comparingLong(Hit::time));
        originHits.sort(Comparator.comparingLong(Hit::time));
        List<String> before = writeS3(
                hits,
                START,
                new String[] {"2026-04-10", "2026-04-24", "2026-05-08", "2026-05-20", "2026-06-01"},
                List.of());
        writeS3(originHits, CDN, new String[] {"2026-08-01", "2026-10-01"}, before);
        writeCloudFront(new String[] {
            "2026-06-12",
            "2026-06-23",
            "2026-07-01",
            "2026-07-12",
            "2026-07-24",
            "2026-08-05",
            "2026-08-18",
            "2026-08-30",
            "2026-09-10",
            "2026-09-21",
            "2026-10-01"
        });
    }

    /**
     * Writes a file for each period; some lines of a file are repeated at its end, and some in the next file.
     *
     * @return lines of the last file, for a later one to repeat
     */
    private List<String> writeS3(List<Hit> from, long start, String[] ends, List<String> repeated) {
        List<String> again = repeated;
        long begin = start;
        for (String day : ends) {
            long end = at(day + "T00:00:00Z");
            List<String> lines = new ArrayList<>(again);
            for (Hit hit : span(from, begin, end)) {
                lines.add(s3(hit, begin >= at("2026-04-24T00:00:00Z")));
            }
            List<String> own = lines.subList(again.size(), lines.size());
            again = new ArrayList<>(own.subList(own.size() - 7, own.size()));
            lines.addAll(own.subList(10, 13));
            String name = day + "-00-17-39-" + "EXAMPLE"
                    + HexFormat.of().withUpperCase().formatHex(bytes(5)).substring(1);
            save(logs.resolve("s3").resolve(name), lines, false);
            begin = end;
        }
        return again;
    }

    private void writeCloudFront(String[] ends) {
        List<String> fields = List.of(
                ("date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query "
                                + "cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for "
                                + "ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port "
                                + "time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end")
                        .split(" "));
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            all.add(i);
        }
        List<Integer> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(2));

        List<String[]> again = List.of();
        long begin = CDN;
        for (int file = 0; file < ends.length; file++) {
            long end = at(ends[file] + "T00:00:00Z");
            // The first file has the older, shorter field list; the third has the fields in another order.
            List<Integer> order = file == 0 ? all.subList(0, 26) : file == 2 ? shuffled : all;
            List<String[]> rows = new ArrayList<>(again);
            for (Hit hit : span(hits, begin, end)) {
                rows.add(cloudFront(hit, file % 2 == 1));
            }
            List<String[]> own = rows.subList(again.size(), rows.size());
            again = file == 2 || file == 5 ? new ArrayList<>(own.subList(own.size() - 25, own.size())) : List.of();
            rows.addAll(own.subList(20, 24));

            List<String> lines = new ArrayList<>(
                    List.of("#Version: 1.0", "#Fields: " + join(" ", order, fields.toArray(String[]::new))));
            rows.forEach(row -> lines.add(join("\t", order, row)));
            String hour = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH")
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.ofEpochSecond(end - 1));
            save(
                    logs.resolve("cloudfront")
                            .resolve("EDFDVBD6EXAMPLE." + hour + "."
                                    + HexFormat.of().formatHex(bytes(4)) + ".gz"),
                    lines,
                    true);
            begin = end;
        }
    }

    private static String join(String separator, List<Integer> order, String[] values) {
        return String.join(separator, order.stream().map(i -> values[i]).toList());
    }

    private static List<Hit> span(List<Hit> from, long begin, long end) {
        return from.stream()
                .filter(hit -> hit.time() >= begin && hit.time() < end)
                .toList();
    }

    // -----------------------------------------------------------------------------------------------------------
    // formats

    private static final DateTimeFormatter S3_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Amazon S3 server access log; the 26th field came later than the first 25. */
    private String s3(Hit hit, boolean acl) {
        boolean object = hit.operation() == null || hit.operation().startsWith("REST.");
        String operation = hit.operation() != null ? hit.operation() : "WEBSITE." + hit.method() + ".OBJECT";
        // A key is encoded once as such, and once more as a field.
        String key = hit.path().substring(1).replace("%", "%25");
        key += hit.path().endsWith("/") ? "index.html" : "";
        boolean rest = operation.startsWith("REST.");
        String target = rest
                ? "/" + HOST + "/" + key.replace("%25", "%")
                : hit.path() + (hit.query().equals("-") ? "" : "?" + hit.query());
        String uri = object ? "\"" + hit.method() + " " + target + " HTTP/1.1\"" : "\"-\"";
        if (operation.equals("REST.GET.BUCKET")) {
            key = "-";
            uri = "\"GET /" + HOST + "?list-type=2 HTTP/1.1\"";
        }
        String error = switch (hit.status()) {
            case 301 -> "MovedPermanently";
            case 403 -> "AccessDenied";
            case 404 -> "NoSuchKey";
            case 405 -> "MethodNotAllowed";
            default -> "-";
        };
        int size = size(hit.path());
        boolean body = object && hit.method().equals("GET") && hit.status() == 200;
        String sent = body
                ? String.valueOf(size)
                : hit.status() == 206 ? "1024" : hit.status() >= 400 || hit.status() == 301 ? "313" : "-";
        int took = 6 + random.nextInt(90);
        boolean origin = hit.who().agent().equals("Amazon CloudFront");
        boolean signed = rest && hit.who().address().startsWith("192.0.2.");
        return String.join(
                        " ",
                        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
                        HOST,
                        "[" + S3_TIME.format(Instant.ofEpochSecond(hit.time())) + "]",
                        hit.who().address(),
                        requester(object, origin, signed),
                        HexFormat.of().withUpperCase().formatHex(bytes(8)),
                        operation,
                        key,
                        uri,
                        object ? String.valueOf(hit.status()) : "-",
                        error,
                        sent,
                        object && hit.status() < 400 ? String.valueOf(size) : "-",
                        object ? String.valueOf(took) : "-",
                        object ? String.valueOf(took - 2) : "-",
                        "\"" + (rest ? "-" : hit.referrer()) + "\"",
                        "\"" + hit.who().agent() + "\"",
                        "-",
                        Base64.getEncoder().encodeToString(bytes(32)),
                        signed ? "SigV4" : "-",
                        rest ? "TLS_AES_128_GCM_SHA256" : "-",
                        signed ? "AuthHeader" : "-",
                        object ? rest ? "s3.us-east-1.amazonaws.com" : HOST : "-",
                        rest ? "TLSv1.3" : "-",
                        "-")
                + (acl ? " -" : "");
    }

    /** Who signed a request: CloudFront (with an origin access control), the author, nobody, or S3 itself. */
    private static String requester(boolean object, boolean origin, boolean signed) {
        if (!object) {
            return "AmazonS3";
        }
        return origin ? "svc:cloudfront.amazonaws.com" : signed ? "arn:aws:iam::111122223333:user/author" : "-";
    }

    /** CloudFront standard log (version 1): the values of all 33 fields. */
    private String[] cloudFront(Hit hit, boolean encodedTwice) {
        String moment = Instant.ofEpochSecond(hit.time()).toString();
        String result = hit.result() != null
                ? hit.result()
                : switch (hit.status()) {
                    case 200 -> chance(0.8) ? "Hit" : "Miss";
                    case 304 -> "RefreshHit";
                    case 206 -> "Hit";
                    case 301 -> "Miss"; // the origin's redirect, passed on
                    default -> "Error";
                };
        String detail = result.equals("Error") && hit.status() <= 200 ? "ClientCommError" : result;
        boolean body = hit.method().equals("GET") && hit.status() == 200;
        int size = size(hit.path());
        double took = StrictMath.pow(random.nextDouble(), 4) * 0.9;
        boolean plain = hit.who().protocol().equals("HTTP/1.1");
        boolean insecure = result.equals("Redirect");
        return new String[] {
            moment.substring(0, 10),
            moment.substring(11, 19),
            hit.who().edge(),
            String.valueOf(hit.status() == 0 ? 0 : (body ? size : 0) + 380 + random.nextInt(60)),
            hit.who().address(),
            hit.method(),
            "d111111abcdef8.cloudfront.net",
            encode(hit.path(), false),
            hit.status() == 0 ? "000" : String.valueOf(hit.status()),
            encode(hit.referrer(), false),
            encode(hit.who().agent(), encodedTwice),
            encode(hit.query(), false),
            "-",
            result,
            Base64.getUrlEncoder().encodeToString(bytes(40)),
            HOST,
            insecure ? "http" : "https",
            String.valueOf(40 + hit.path().length() + random.nextInt(200)),
            seconds(took),
            "-",
            insecure ? "-" : plain ? "TLSv1.2" : "TLSv1.3",
            insecure ? "-" : plain ? "ECDHE-RSA-AES128-GCM-SHA256" : "TLS_AES_128_GCM_SHA256",
            result,
            hit.who().protocol(),
            "-",
            "-",
            String.valueOf(1024 + random.nextInt(64000)),
            seconds(took * 0.9),
            detail,
            type(hit),
            body ? String.valueOf(size) : "-",
            hit.status() == 206 ? "0" : "-",
            hit.status() == 206 ? "1023" : "-",
        };
    }

    /** The content type as logged. A 304 often has none, and some servers add the charset. */
    private static String type(Hit hit) {
        if (hit.status() == 0 || hit.status() == 304 && hit.time() % 2 == 0) {
            return "-";
        }
        String path = hit.path();
        if (hit.status() >= 400) {
            return "text/html";
        }
        return path.endsWith(".css")
                ? "text/css"
                : path.endsWith(".svg")
                        ? "image/svg%2Bxml"
                        : path.endsWith(".png")
                                ? "image/png"
                                : path.endsWith(".js")
                                        ? "text/javascript"
                                        : path.endsWith(".xml")
                                                ? "application/xml"
                                                : path.endsWith(".txt")
                                                        ? "text/plain"
                                                        : hit.time() % 7 == 0
                                                                ? "text/html;%20charset=utf-8"
                                                                : "text/html";
    }

    private static int size(String path) {
        return 6000 + Math.floorMod(path.toLowerCase(Locale.ROOT).hashCode(), 9000);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /**
     * CloudFront's encoding of a field: blanks, percent signs and most other signs as %XX, and in the user agents of many
     * files the percent sign once more.
     */
    private static String encode(String header, boolean twice) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : header.getBytes(UTF_8)) {
            boolean safe = b > 32 && b < 127 && "<>\"#%{}|\\^~[]`'".indexOf(b) < 0;
            encoded.append(
                    safe
                            ? String.valueOf((char) b)
                            : String.format(Locale.ROOT, twice ? "%%25%02X" : "%%%02X", b & 0xff));
        }
        return encoded.toString();
    }

    private void save(Path file, List<String> lines, boolean gzip) {
        byte[] data = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        fileCount++;
        lineCount += lines.size();
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)
                    && Arrays.equals(data, gzip ? gunzip(Files.readAllBytes(file)) : Files.readAllBytes(file))) {
                return;
            }
            Files.write(file, gzip ? gzip(data) : data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gunzip(byte[] data) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            return in.readAllBytes();
        }
    }

    /** The header holds neither a time nor a name, so that it is always the same. */
    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(9);
            }
        }) {
            zip.write(data);
        }
        byte[] zipped = out.toByteArray();
        zipped[9] = (byte) 255; // operating system: unknown; JDK 15 and earlier wrote 0
        return zipped;
    }
}
