package dev.pagetrack.bench.logs;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a set of logs: {@code MakeLogs <folder> [lines] [files] [pages] [seed]}. */
public final class MakeLogs {

    private static final int LINES = 2_000_000;
    private static final int FILES = 20;
    private static final int PAGES = 10_000;
    private static final int SEED = 1;

    private MakeLogs() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("MakeLogs <folder> [lines] [files] [pages] [seed]");
            System.exit(2);
        }
        var set = new LogSet(
                number(args, 1, LINES), number(args, 2, FILES), number(args, 3, PAGES), number(args, 4, SEED));
        var views = set.write(Path.of(args[0]));
        System.out.println(set + ": "
                + views.values().stream().mapToLong(Long::longValue).sum() + " views of " + views.size() + " pages");
    }

    private static int number(String[] args, int index, int defaultValue) {
        return args.length > index ? Integer.parseInt(args[index]) : defaultValue;
    }
}
