package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes the content of log objects for tests: lines of CloudFront logs, plain or compressed. */
final class LogBytes {

    /** 2026-05-03T12:17:39Z. */
    static final long SECOND = 1777810659L;

    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id\n";

    private LogBytes() {}

    static String header() {
        return FIELDS;
    }

    /** A line that is a view, with a unique id. */
    static String view(String path, long second, String id) {
        return line(path, second, 200, id);
    }

    static String line(String path, long second, int status, String id) {
        var time = Instant.ofEpochSecond(second).toString();
        return time.substring(0, 10) + "\t" + time.substring(11, 19) + "\tGET\t" + path + "\t" + status
                + "\tMozilla/5.0%20Firefox/122.0\t" + id + "\n";
    }

    /** A log of views, in the order of time. A few pages have most of the views. */
    static String views(int count, int pages, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(FIELDS);
        for (int i = 0; i < count; i++) {
            text.append(view("/p" + zipf(random, pages) + "/", SECOND + i, seed + "-" + i));
        }
        return text.toString();
    }

    /** A random page by Zipf's law, as on real sites: the tenth page is drawn a tenth as often as the first. */
    private static int zipf(Random random, int pages) {
        double sum = 0;
        for (int page = 1; page <= pages; page++) {
            sum += 1.0 / page;
        }
        double rest = random.nextDouble() * sum;
        int page = 1;
        while (page < pages && rest > 1.0 / page) {
            rest -= 1.0 / page++;
        }
        return page;
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
