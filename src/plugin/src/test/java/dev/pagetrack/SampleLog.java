package dev.pagetrack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A CloudFront standard log, one line for each request. */
public final class SampleLog {

    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id";

    private final List<String> lines = new ArrayList<>(List.of("#Version: 1.0", FIELDS));

    /** Views of a page at these epoch seconds. */
    public SampleLog views(String path, long... seconds) {
        for (long second : seconds) {
            request(path, second, 200);
        }
        return this;
    }

    /** A request, which is a view only with status 200. */
    public SampleLog request(String path, long second, int status) {
        var time = Instant.ofEpochSecond(second).toString().replace('T', '\t').replace("Z", "");
        lines.add(time + "\tGET\t" + path + "\t" + status + "\tMozilla/5.0%20Firefox/122.0\tid-" + lines.size());
        return this;
    }

    /** Writes it to a file, with the folders above. */
    public Path write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
