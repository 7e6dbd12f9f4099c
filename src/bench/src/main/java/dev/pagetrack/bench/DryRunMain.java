package dev.pagetrack.bench;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.bench.logs.LogSet;
import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.ReportJson;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dry run of whole files in one process: {@code DryRunMain <threads> <file, folder or glob> [report.json]}. If there
 * is a file with the expected views beside the folder of the logs, the views of every page must be equal to it.
 */
public final class DryRunMain {

    private DryRunMain() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("DryRunMain <threads> <file, folder or glob> [report.json]");
            System.exit(2);
        }
        var report = new DryRun(ViewPolicy.DEFAULT, Integer.parseInt(args[0]))
                .run(new LogSources(Path.of(""), () -> S3LogClient.open(), System.in)
                        .find(List.of(args[1]), Optional.empty()));
        if (args.length > 2) {
            ReportJson.write(report, Path.of(args[2]));
        }
        System.out.println(report.counted() + " of " + report.lines() + " lines are views of "
                + report.pages().size() + " pages");
        var folder = requireNonNull(Path.of(args[1]).toAbsolutePath().getParent(), "the folder of the logs");
        if (LogSet.hasTruth(folder) && !LogSet.truth(folder).equals(report.pages())) {
            System.err.println("The views differ from the expected ones in the file beside the logs.");
            System.exit(1);
        }
    }
}
