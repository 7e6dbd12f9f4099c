package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where Lambda reads log lines from, one write each. */
final class StandardOutput {

    private StandardOutput() {}

    /** Writes a line of JSON as it is: in UTF-8, whatever the platform's own charset. */
    static void line(String json) {
        var bytes = (json + "\n").getBytes(UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
