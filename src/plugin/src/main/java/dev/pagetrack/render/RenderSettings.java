package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The settings of a rendering.
 *
 * @param site the site to fill
 * @param pages rules for its page paths, and which pages lists leave out
 * @param widgetDirectory the folder with the user's templates, which take precedence over the built-in ones; it need
 *     not exist
 * @param unescaped whether the user's templates may leave values unescaped
 * @param injects rules that put widgets into pages without a marker
 * @param locale how numbers are written
 * @param now the instant at which "the last 30 days" end; if empty, the instant of the figures
 * @param record the file of the record with which the next rendering need not read unchanged pages; if empty, none is
 *     written
 * @param matching when the rendering fails because the pages of the site and of the table do not match
 * @param rootLinks whether links of widgets begin at the root of the host
 * @param threads how many pages are processed at once, at least 1; the result does not depend on it
 */
public record RenderSettings(
        SiteRoot site,
        PageRules pages,
        Path widgetDirectory,
        boolean unescaped,
        List<InjectRule> injects,
        Locale locale,
        Optional<Instant> now,
        Optional<Path> record,
        MatchRules matching,
        RootLinks rootLinks,
        int threads) {

    public RenderSettings {
        requireNonNull(site, "site");
        requireNonNull(pages, "pages");
        requireNonNull(widgetDirectory, "widgetDirectory");
        injects = List.copyOf(injects);
        requireNonNull(locale, "locale");
        requireNonNull(now, "now");
        requireNonNull(record, "record");
        requireNonNull(matching, "matching");
        requireNonNull(rootLinks, "rootLinks");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }

    /** The same settings with other rules for injecting widgets. */
    public RenderSettings withInjects(List<InjectRule> rules) {
        return new RenderSettings(
                site, pages, widgetDirectory, unescaped, rules, locale, now, record, matching, rootLinks, threads);
    }

    /** The file of a site's record in a folder. Its name depends on the site, as a project may render several sites. */
    public static Path recordFile(Path folder, Path siteRoot) {
        return folder.resolve("rendered-" + name(siteRoot));
    }

    /** The file that keeps which pages of a site were listed as changed. */
    public static Path listedFile(Path folder, Path siteRoot) {
        return folder.resolve("listed-" + name(siteRoot));
    }

    private static UUID name(Path siteRoot) {
        return UUID.nameUUIDFromBytes(siteRoot.toAbsolutePath().toString().getBytes(UTF_8));
    }

    /**
     * The number of threads that suits this machine: one more than it has processors. In so short a run, one processor
     * is always busy with the JVM's compiler, and a thread may wait for the disk.
     */
    public static int usualThreads() {
        return Runtime.getRuntime().availableProcessors() + 1;
    }

    /**
     * The default settings: English numbers, periods that end with the figures, {@link #usualThreads}, and no record.
     */
    public static RenderSettings of(SiteRoot site, Path widgetDirectory) {
        return new RenderSettings(
                site,
                PageRules.NONE,
                widgetDirectory,
                false,
                List.of(),
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                MatchRules.WARN,
                RootLinks.DETECTED,
                usualThreads());
    }
}
