package dev.pagetrack.render;

import dev.pagetrack.render.marker.InjectRuleReader;
import dev.pagetrack.render.marker.Injection;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.FileVersion;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteFiles;
import dev.pagetrack.render.site.SiteWalk;
import dev.pagetrack.render.widget.WidgetTemplates;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiPredicate;

/**
 * What a rendering knows before it reads a page.
 *
 * @param settings its settings
 * @param pool its threads
 * @param widgets the available widgets
 * @param injections the {@code <inject>} rules
 * @param files the files of the site
 */
record RenderInputs(
        RenderSettings settings,
        ForkJoinPool pool,
        WidgetTemplates widgets,
        List<Injection> injections,
        SiteFiles files) {

    /**
     * Checks the settings and lists the site's files.
     *
     * @throws RenderException if a setting is wrong
     */
    static RenderInputs of(RenderSettings settings, ForkJoinPool pool) {
        var widgets = WidgetTemplates.in(settings.widgetDirectory(), settings.unescaped());
        var injections = InjectRuleReader.of(settings.injects(), widgets.names());
        var files = SiteWalk.of(settings.site().folder(), pool);
        return new RenderInputs(settings, pool, widgets, injections, files);
    }

    /**
     * Reads the pages.
     *
     * @param unmarked whether a page of this name and version is known to hold no marker, and need not be read
     * @throws RenderException if a marker, or a place to inject one, is wrong
     */
    SiteScan scan(BiPredicate<String, FileVersion> unmarked) {
        return SiteScan.of(settings.site(), settings.pages(), files, unmarked, widgets.names(), injections, pool);
    }
}
