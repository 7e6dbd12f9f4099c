package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The standard output, from which Lambda reads log lines: each line has to be a single write. */
final class StandardOutput {

    private StandardOutput() {}

    /** Writes a line of JSON, in UTF-8 and not in the platform's charset. */
    static void line(String json) {
        var bytes = (json + "\n").getBytes(UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
