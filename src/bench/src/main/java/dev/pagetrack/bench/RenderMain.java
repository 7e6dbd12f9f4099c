package dev.pagetrack.bench;

import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.Renderer;
import dev.pagetrack.render.RootLinks;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.stats.SnapshotFile;
import dev.pagetrack.stats.SnapshotSource;
import dev.pagetrack.stats.SnapshotStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rendering in one process: {@code RenderMain <threads> <site> <widgets> <snapshot.json> [record]}. With 0 threads it
 * uses the default number for the machine.
 */
public final class RenderMain {

    private RenderMain() {}

    public static void main(String[] args) {
        if (args.length < 4) {
            System.err.println("RenderMain <threads> <site> <widgets> <snapshot.json> [record]");
            System.exit(2);
        }
        int threads = Integer.parseInt(args[0]);
        var settings = new RenderSettings(
                new SiteRoot(Path.of(args[1]), Optional.empty()),
                PageRules.NONE,
                Path.of(args[2]),
                false,
                List.of(),
                Locale.ENGLISH,
                Optional.empty(),
                args.length > 4 ? Optional.of(Path.of(args[4])) : Optional.empty(),
                MatchRules.WARN,
                RootLinks.DETECTED,
                threads > 0 ? threads : RenderSettings.usualThreads());
        var source = new SnapshotSource("PageTrackTable", Optional.empty());
        var figures = new SnapshotStatistics(new SnapshotFile(Path.of(args[3])), source).readAhead();
        var report = new Renderer(settings).render(figures);
        System.out.println(report.changed().size() + " files changed, " + report.unchanged() + " were up to date");
    }
}
