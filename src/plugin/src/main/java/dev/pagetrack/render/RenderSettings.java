package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a rendering is asked to do.
 *
 * @param site the site to fill
 * @param pages what its pages are called, and which of them lists leave out
 * @param widgetDirectory the user's templates, which come before the built-in ones; it need not exist
 * @param unescaped whether the user's templates may leave values unescaped
 * @param injects widgets for pages that have no marker for them
 * @param locale how numbers read
 * @param now where "the last 30 days" end; without it, where the figures end
 * @param record where it is written down what was done, so that the next rendering need not read what has not changed
 * @param threads how many pages are worked on at once, at least 1; the result does not depend on it
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
        int threads) {

    public RenderSettings {
        requireNonNull(site, "site");
        requireNonNull(pages, "pages");
        requireNonNull(widgetDirectory, "widgetDirectory");
        injects = List.copyOf(injects);
        requireNonNull(locale, "locale");
        requireNonNull(now, "now");
        requireNonNull(record, "record");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }

    /** The same with other rules. */
    public RenderSettings withInjects(List<InjectRule> rules) {
        return new RenderSettings(site, pages, widgetDirectory, unescaped, rules, locale, now, record, threads);
    }

    /** The record of a site in a folder for records: a project may render several sites. */
    public static Path recordFile(Path folder, Path siteRoot) {
        var name = UUID.nameUUIDFromBytes(siteRoot.toAbsolutePath().toString().getBytes(UTF_8));
        return folder.resolve("rendered-" + name);
    }

    /**
     * How many threads suit this machine: one more than it has processors, for in so short a run one processor is always
     * busy with the compiler of the JVM, and another may wait for the disk.
     */
    public static int usualThreads() {
        return Runtime.getRuntime().availableProcessors() + 1;
    }

    /** English numbers, periods that end where the figures end, and the {@link #usualThreads}. */
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
                usualThreads());
    }
}
